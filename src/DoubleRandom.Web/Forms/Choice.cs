namespace DoubleRandom.Web.Forms;

/// <summary>One thing that can be chosen in a field.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What the person reads.</param>
/// <param name="Hint">A remark beside it, or null.</param>
public sealed record Choice(string Value, string Text, string? Hint = null)
{
    /// <summary>What a form or address names of a closed list; null for whatever is not in it, such as a number that no value has.</summary>
    public static T? Chosen<T>(string? value)
#pragma warning disable RS0030 // the one place that reads a value of a closed list
        where T : struct, Enum => Enum.TryParse<T>(value, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
#pragma warning restore RS0030

    /// <summary>Those of several that are in the closed list, in their order.</summary>
    public static IReadOnlyList<T> ChosenAll<T>(IEnumerable<string?>? values)
        where T : struct, Enum => [.. (values ?? []).Select(Chosen<T>).OfType<T>()];
}
