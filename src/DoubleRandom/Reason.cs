namespace DoubleRandom;

/// <summary>A reason that somebody states for an act [事由]: one rule for all of them, kept in the trail word for word.</summary>
public static class Reason
{
    /// <summary>The most characters a reason has.</summary>
    public const int Longest = 500;

    private static readonly Words Words = new(typeof(Reason));

    /// <summary>
    /// Refuses (<c>reason.missing</c>) what is no reason: nothing but blanks, more than <see cref="Longest"/> characters, or control characters
    /// other than line breaks.
    /// </summary>
    /// <param name="text">What was typed; blanks around it do not count.</param>
    /// <param name="field">The input field.</param>
    public static Refusal? Unfit(string? text, string field = nameof(Reason)) =>
        text?.Trim() is { Length: > 0 and <= Longest } reason && !reason.Any(c => char.IsControl(c) && c is not '\n' and not '\r')
            ? null
            : Words.Refuse("reason.missing", null, Longest).At(field);
}
