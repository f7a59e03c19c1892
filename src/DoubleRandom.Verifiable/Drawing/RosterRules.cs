namespace DoubleRandom.Verifiable.Drawing;

/// <summary>What a frozen roster must obey for the parts of its draw (名单与部分的一致性, A.3, A.5, A.11.4).</summary>
internal static class RosterRules
{
    /// <summary>The first rule broken, or null: items belong to parts, strata exist, quota tables follow from the rules.</summary>
    public static Fault? Violation(IReadOnlyList<Part> parts, IReadOnlyList<RosterLine> roster) =>
        ItemOutsideParts(parts, roster) ?? parts.Select(part => TableDiffers(part, roster)).FirstOrDefault(fault => fault is not null);

    /// <summary>A line whose items do not all belong to parts; excluded lines count too.</summary>
    public static Fault? ItemOutsideParts(IReadOnlyList<Part> parts, IReadOnlyList<RosterLine> roster)
    {
        var known = parts.SelectMany(part => part.Items).ToHashSet(StringComparer.Ordinal);
        var line = roster.FirstOrDefault(line => !line.Items.All(known.Contains));
        return line is null
            ? null
            : new Fault("roster.items", $"检查对象 {line.Id} 的事项不属于任何部分。", $"An item of subject {line.Id} belongs to no part.");
    }

    /// <summary>Why the part's quota table is not the one its rule gives, or null.</summary>
    public static Fault? TableDiffers(Part part, IReadOnlyList<RosterLine> roster)
    {
        if (!part.TableFor(roster).Is(out var table, out var fault))
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
