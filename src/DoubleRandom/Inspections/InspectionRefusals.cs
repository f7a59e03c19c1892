using DoubleRandom.Assignments;

namespace DoubleRandom.Inspections;

/// <summary>Every expected no of recording, reviewing and correcting.</summary>
internal static class InspectionRefusals
{
    private static readonly Words Words = new(typeof(InspectionRefusals));

    public static Refusal WrongState(string code, VisitState state) => Words.Refuse(code, "R16", Words.Gap("state." + state));

    public static Refusal Withdrawn(string? because) => Words.Refuse("visit.withdrawn", null, because);

    public static Refusal OwnHand() => Words.Refuse("review.own-hand", "R16");

    public static Refusal OnTheTeam() => Words.Refuse("review.on-the-team", "R16");

    public static Refusal NoSuchCorrection() => Words.Refuse("correction.no-such", null);

    public static Refusal CorrectionWaits() => Words.Refuse("correction.waits", "R39");

    public static Refusal CorrectionOvertaken(int edition) => Words.Refuse("correction.overtaken", "R39", edition);

    public static Refusal NothingChanged() => Words.Refuse("correction.nothing-changed", "R39");

    public static Refusal TextMissing(string field, string what) => Text("text.missing", field, what);

    public static Refusal TextTooLong(string field, string what) => Text("text.too-long", field, what);

    public static Refusal DateMissing(string field, string what) => Text("date.missing", field, what);

    public static Refusal DateInFuture(string field, string what) => Text("date.in-future", field, what);

    public static Refusal DateBefore(string field, string what, DateOnly earliest) =>
        Words.Refuse("date.too-early", null, Words.Gap(what), earliest.ToString("yyyy-MM-dd", null)).At(field);

    public static Refusal LateWithoutReason(DateOnly last) => Words.Refuse("visit.late-without-reason", "R6", last.ToString("yyyy-MM-dd", null)).At("WhyLate");

    public static Refusal MethodMissing() => Words.Refuse("method.missing", "R12").At("Methods");

    public static Refusal OfAnItem(string code, string? article, int at, string field, string item) =>
        Words.Refuse(code, article, item).At($"{field}-{at}");

    public static Refusal NothingInspected() => Words.Refuse("items.none-inspected", "R16").At("Answer-0");

    public static Refusal TooFewOfficers() => Words.Refuse("officers.too-few", "R34").At("Officers");

    public static Refusal NotOfTheTeam(string number) => Words.Refuse("officers.not-of-team", "R34", number).At("Officers");

    public static Refusal CertificateExpired(string name, DateOnly until) =>
        Words.Refuse("officers.certificate-expired", "R34", name, until.ToString("yyyy-MM-dd", null)).At("Officers");

    public static Refusal NeitherSignedNorRefused() => Words.Refuse("subject.neither-signed-nor-refused", "R15").At("Representative");

    public static Refusal SignedAndRefused() => Words.Refuse("subject.signed-and-refused", "R15").At("WhyUnsigned");

    public static Refusal DiffersFromLog(int place) => Words.Refuse("result.differs-from-log", null, place);

    private static Refusal Text(string code, string field, string what) => Words.Refuse(code, null, Words.Gap(what), LongestText).At(field);

    /// <summary>Longest text of a field of the sheet.</summary>
    public const int LongestText = 2000;
}
