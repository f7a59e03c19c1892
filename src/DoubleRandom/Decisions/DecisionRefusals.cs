namespace DoubleRandom.Decisions;

/// <summary>Every expected no of deciding.</summary>
internal static class DecisionRefusals
{
    private static readonly Words Words = new(typeof(DecisionRefusals));

    public static Refusal AlreadyDecided(Decision request) => Words.Refuse("decision.already-decided", null, request.DecidedByName);

    public static Refusal NoAccount() => Words.Refuse("decision.no-account", null);

    public static Refusal AskerDecides() => Words.Refuse("decision.asker-decides", null);

    public static Refusal DeputyTooEarly(DateOnly? until) => until is { } day
        ? Words.Refuse("decision.deputy-too-early", null, day.ToString("yyyy-MM-dd", null))
        : Words.Refuse("decision.no-calendar", null);
}
