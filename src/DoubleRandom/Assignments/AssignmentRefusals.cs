namespace DoubleRandom.Assignments;

/// <summary>Every expected no of handing out and replacing.</summary>
internal static class AssignmentRefusals
{
    public const int LongestText = 500;

    private static readonly Words Words = new(typeof(AssignmentRefusals));

    public static Refusal NothingDrawn(string draw) => Words.Refuse("visits.nothing-drawn", "R10", draw);

    public static Refusal TeamTooSmall(string bundle, int members) => Words.Refuse("visits.team-too-small", "R34", bundle, members);

    public static Refusal NoTeamYet(int subjects) => Words.Refuse("visits.no-team-yet", "R10", subjects);

    public static Refusal VisitsWait(int visits) => Words.Refuse("opening.visits-wait", null, visits);

    public static Refusal NoSuchVisit() => Words.Refuse("visit.no-such", null);

    public static Refusal NotYourVisit() => Words.Refuse("visit.not-yours", "R16");

    public static Refusal NoSuchPlace(string slot) =>
        slot.Length == 0 ? Words.Refuse("substitution.place-missing", null) : Words.Refuse("substitution.no-such-place", null, slot);

    public static Refusal NoSuchRequest() => Words.Refuse("substitution.no-such", null);

    public static Refusal ResultEntered(VisitState state) => Words.Refuse("substitution.result-entered", "R10", Words.Gap("state." + state));

    public static Refusal ResultSubmitted(VisitState state) => Words.Refuse("visit.result-submitted", "R16", Words.Gap("state." + state)).At("Subject");

    public static Refusal DrawOpened() => Words.Refuse("substitution.draw-opened", "R10");

    public static Refusal AlreadyAsked() => Words.Refuse("substitution.already-asked", null);

    public static Refusal AbsentDecides() => Words.Refuse("substitution.absent-decides", "R10");

    public static Refusal PlaceChanged() => Words.Refuse("substitution.place-changed", null);

    /// <summary>Refuses (<c>text.missing</c>) evidence that is not told in 2 to 500 characters, trimmed.</summary>
    public static Refusal? NoEvidence(string? text) =>
        text?.Trim().Length is >= 2 and <= LongestText ? null : Words.Refuse("text.missing", null, 2, LongestText).At("Evidence");
}
