namespace DoubleRandom.Web.Layout;

/// <summary>One thing that can be chosen in a field.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What the person reads.</param>
/// <param name="Hint">A remark beside it, or null.</param>
public sealed record Choice(string Value, string Text, string? Hint = null)
{
    /// <summary>What a form or address names of a closed list; null for whatever is not in it, such as a number that no value has.</summary>
    public static T? Chosen<T>(string? value)
        where T : struct, Enum => Enum.TryParse<T>(value, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
}
