namespace DoubleRandom.Web.Layout;

/// <summary>One thing that can be chosen in a field.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What the person reads.</param>
/// <param name="Hint">A remark beside it, or null.</param>
public sealed record Choice(string Value, string Text, string? Hint = null);
