namespace DoubleRandom;

/// <summary>An expected no, worded for the person at the screen: what happened, why, and what to do.</summary>
/// <param name="Code">Stable code that scripts may rely on, e.g. <c>plan.already-published</c>.</param>
/// <param name="Because">The sentence in Chinese.</param>
/// <param name="InEnglish">The same sentence in English.</param>
/// <param name="Article">The rule it rests on (R1–R41 of docs/regulations.md), or null for a rule of the software.</param>
public sealed record Refusal(string Code, string Because, string InEnglish, string? Article = null)
{
    /// <summary>The input field it speaks of, or null when it speaks of the whole act.</summary>
    public string? Field { get; init; }

    /// <summary>Further refusals of the same act, so that a person mends all of them at once.</summary>
    public IReadOnlyList<Refusal> Further { get; init; } = [];

    /// <summary>This refusal, tied to the input field it speaks of.</summary>
    public Refusal At(string field) => this with { Field = field };

    /// <summary>This refusal and all further ones, in the order they were found.</summary>
    public IEnumerable<Refusal> All => [this, .. Further];

    /// <summary>One refusal that carries all of them, or null when there is none.</summary>
    public static Refusal? Of(IReadOnlyList<Refusal> refusals) =>
        refusals.Count == 0 ? null : refusals[0] with { Further = [.. refusals.Skip(1)] };
}
