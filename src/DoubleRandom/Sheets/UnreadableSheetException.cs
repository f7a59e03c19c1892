namespace DoubleRandom.Sheets;

/// <summary>Carries a refusal out of the depth of a half-read file; <see cref="SheetFile"/> turns it back into a value.</summary>
internal sealed class UnreadableSheetException(Refusal refusal) : Exception(refusal.InEnglish)
{
    /// <summary>What the person is told.</summary>
    public Refusal Refusal { get; } = refusal;

    /// <summary>A refusal worded in SheetFile.restext.</summary>
    public static UnreadableSheetException Because(string code, params object?[] gaps) =>
        new(SheetFile.Words.Refuse(code, null, gaps));
}
