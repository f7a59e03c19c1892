using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoubleRandom.Storage;

/// <summary>A running number of a county [流水号], e.g. of the plans of 2026. Raised in the act that uses it, so no number is lost or used twice.</summary>
[StoredKind("NumberSeries")]
public sealed class NumberSeries : EditableRow
{
    /// <summary>What is numbered, e.g. <c>plan-2026</c>.</summary>
    public required string Series { get; init; }

    /// <summary>The number given last; 0 before the first.</summary>
    public int Last { get; private set; }

    /// <summary>The next number of the series, from 1; kept by the commit that follows.</summary>
    public static async Task<int> NextAsync(SupervisionDb db, Jurisdiction county, string series, CancellationToken stop = default)
    {
        var row = db.RunningNumbers.Local.FirstOrDefault(s => s.Jurisdiction == county && s.Series == series)
            ?? await db.RunningNumbers.FirstOrDefaultAsync(s => s.Jurisdiction == county && s.Series == series, stop);
        if (row is null)
        {
            row = new NumberSeries { Jurisdiction = county, Series = series };
            db.Add(row);
        }

        return ++row.Last;
    }
}

internal sealed class NumberSeriesMapping : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> series)
    {
        series.HasKey(s => new { s.Jurisdiction, s.Series });
        series.Property(s => s.Series).HasMaxLength(64);
    }
}
