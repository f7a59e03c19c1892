using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoubleRandom.WorkingDays;

/// <summary>A year's notice that was imported on this machine [已导入的放假安排]; the whole country's, so of no county.</summary>
[StoredKind("HolidayYearRow")]
public sealed class HolidayYearRow
{
    /// <summary>The year of the notice.</summary>
    public required int Year { get; init; }

    /// <summary>Its table as <see cref="HolidayTable"/> reads it.</summary>
    public required string Table { get; set; }

    /// <summary>When it was imported last; UTC.</summary>
    public required DateTimeOffset ImportedAt { get; set; }

    /// <summary>By whom.</summary>
    public required string ImportedBy { get; set; }
}

internal sealed class HolidayYearMapping : IEntityTypeConfiguration<HolidayYearRow>
{
    public void Configure(EntityTypeBuilder<HolidayYearRow> year)
    {
        year.ToTable("holiday_year");
        year.HasKey(y => y.Year);
        year.Property(y => y.Year).ValueGeneratedNever();
    }
}
