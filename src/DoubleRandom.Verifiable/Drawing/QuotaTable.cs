using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>One stratum's numbers (分层配额, A.4): public before the draw.</summary>
/// <param name="Stratum">The stratum's key.</param>
/// <param name="Eligible">N_h: subjects that take part, at least 1.</param>
/// <param name="Quota">q_h: subjects to draw, 0 … <paramref name="Eligible"/>.</param>
public sealed record QuotaRow(string Stratum, int Eligible, int Quota);

/// <summary>The quota table of a part (配额表, A.4, A.11.4): exactly the strata with at least one subject, ascending.</summary>
/// <param name="Rows">The strata, ascending by key.</param>
public sealed record QuotaTable(IReadOnlyList<QuotaRow> Rows)
{
    private static readonly string[] RowNames = ["eligible", "quota", "stratum"];

    /// <summary>Subjects to draw over all strata.</summary>
    public long Total => Rows.Sum(row => (long)row.Quota);

    /// <summary>The table as JSON.</summary>
    public JsonArray ToJson() => Json.Array(Rows.Select(row =>
        Json.Object(("eligible", row.Eligible), ("quota", row.Quota), ("stratum", row.Stratum))));

    /// <summary>True when both tables have the same rows.</summary>
    public bool Equals(QuotaTable? other) => other is not null && Rows.SequenceEqual(other.Rows);

    /// <inheritdoc/>
    public override int GetHashCode() => Rows.Count;

    internal static QuotaTable Read(Members members)
    {
        var table = new QuotaTable(members.List("quotaTable", RowNames, row => new QuotaRow(row.Text("stratum"), row.Integer("eligible", 1), row.Integer("quota", 0))));
        return ByteOrder.IsAscending([.. table.Rows.Select(row => row.Stratum)]) ? table : members.Wrong("quotaTable", "按分层升序", "ascending by stratum", table);
    }
}
