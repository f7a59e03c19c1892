using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>What a frozen roster must obey for the parts of its draw (名单与部分的一致性, A.3, A.5, A.11.4).</summary>
internal static class RosterRules
{
    /// <summary>The first rule broken, or null: items belong to parts, strata exist, quota tables follow from the rules.</summary>
    public static Fault? Violation(IReadOnlyList<Part> parts, RosterCensus census) => ItemOutsideParts(census) ?? TableDiffers(parts, census);

    /// <summary>What the roster says for the parts.</summary>
    public static RosterCensus CensusOf(IReadOnlyList<Part> parts, FrozenFile<RosterLine> roster) =>
        roster.InRanges(range => RosterCensus.Of(parts, range.Bytes.Span).OrThrow()).Aggregate((whole, next) => whole.Join(next));

    /// <summary>A line whose items do not all belong to parts; excluded lines count too.</summary>
    public static Fault? ItemOutsideParts(RosterCensus census) => census.Outside is { } id
        ? new Fault("roster.items", $"检查对象 {id} 的事项不属于任何部分。", $"An item of subject {id} belongs to no part.")
        : null;

    /// <summary>Why a part's quota table is not the one its rule gives, or null.</summary>
    public static Fault? TableDiffers(IReadOnlyList<Part> parts, RosterCensus census) =>
        parts.Select((part, i) => TableDiffers(part, census.Eligible[i], census.Unplaced[i])).FirstOrDefault(fault => fault is not null);

    private static Fault? TableDiffers(Part part, IReadOnlyDictionary<string, int> eligible, string? unplaced)
    {
        if (unplaced is not null)
        {
            return part.Lacks(unplaced);
        }

        if (!part.Quota.Quotas(eligible).Is(out var table, out var fault))
        {
            return fault;
        }

        return table == part.QuotaTable
            ? null
            : new Fault(
                "quota.table",
                $"“{part.Id}”部分的配额表应为 {Spell(table)}，实为 {Spell(part.QuotaTable)}。",
                $"The quota table of part {part.Id} should be {Spell(table)} and is {Spell(part.QuotaTable)}.");
    }

    private static string Spell(QuotaTable table) => string.Join(", ", table.Rows.Select(row => $"{row.Stratum}:{row.Quota}/{row.Eligible}"));
}
