using System.Text.Json.Serialization;
using DoubleRandom.Directories;
using DoubleRandom.Items;

namespace DoubleRandom.Plans;

/// <summary>The published conditions that narrow a pool [入库对象筛选条件]; an empty list is no condition.</summary>
/// <param name="Towns">Nine-digit town codes.</param>
/// <param name="Kinds">Kinds of subject.</param>
/// <param name="Industries">Starts of industry codes, e.g. <c>C15</c>.</param>
/// <param name="Risks">Risk classes.</param>
/// <param name="Tags">Tags, one of which must be carried.</param>
public sealed record SubjectFilter(
    IReadOnlyList<string> Towns,
    IReadOnlyList<SubjectKind> Kinds,
    IReadOnlyList<string> Industries,
    IReadOnlyList<RiskClass> Risks,
    IReadOnlyList<string> Tags)
{
    /// <summary>No condition.</summary>
    public static SubjectFilter None { get; } = new([], [], [], [], []);

    /// <summary>Whether a subject meets every condition.</summary>
    public bool Takes(Subject subject) => Takes(subject.Town, subject.Kind, subject.Industry, subject.Risk, subject.Tags);

    /// <summary>Whether a subject of which this is known meets every condition.</summary>
    public bool Takes(string town, SubjectKind kind, string? industry, RiskClass risk, IReadOnlyCollection<string> tags) =>
        (Towns.Count == 0 || Towns.Contains(town, StringComparer.Ordinal))
        && (Kinds.Count == 0 || Kinds.Contains(kind))
        && (Industries.Count == 0 || Industries.Any(start => industry?.StartsWith(start, StringComparison.Ordinal) == true))
        && (Risks.Count == 0 || Risks.Contains(risk))
        && (Tags.Count == 0 || Tags.Any(tags.Contains));

    /// <summary>Whether there is no condition at all.</summary>
    [JsonIgnore]
    public bool IsEmpty => (Towns.Count, Kinds.Count, Industries.Count, Risks.Count, Tags.Count) == (0, 0, 0, 0, 0);

    /// <summary>The same conditions in one order, each once, industries in capitals; so that equal conditions are stored alike.</summary>
    public SubjectFilter Tidy() => new(
        [.. Towns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        [.. Kinds.Distinct().Order()],
        [.. Industries.Select(i => i.Trim().ToUpperInvariant()).Where(i => i.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        [.. Risks.Distinct().Order()],
        [.. Tags.Select(t => t.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
}
