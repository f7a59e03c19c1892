namespace DoubleRandom.Verifiable.Drawing;

/// <summary>What a draw draws (抽取类别, A.4).</summary>
public enum DrawKind
{
    /// <summary>Subjects and, from the same seed, their teams.</summary>
    Both,

    /// <summary>Subjects only; <c>match</c> is null.</summary>
    Objects,

    /// <summary>Second stage: teams for a roster that is drawn whole.</summary>
    Match,
}

/// <summary>The record's words for <see cref="DrawKind"/>.</summary>
internal static class DrawKinds
{
    public static readonly IReadOnlyDictionary<string, DrawKind> ByName = new Dictionary<string, DrawKind>(StringComparer.Ordinal)
    {
        ["both"] = DrawKind.Both,
        ["objects"] = DrawKind.Objects,
        ["match"] = DrawKind.Match,
    };

    public static string InRecord(this DrawKind kind) => ByName.First(entry => entry.Value == kind).Key;
}
