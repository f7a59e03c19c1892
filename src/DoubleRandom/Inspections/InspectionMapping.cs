using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoubleRandom.Inspections;

internal sealed class InspectionMapping :
    IEntityTypeConfiguration<InspectionResult>,
    IEntityTypeConfiguration<ResultEdition>,
    IEntityTypeConfiguration<ResultCorrection>,
    IEntityTypeConfiguration<PublishedResult>
{
    public void Configure(EntityTypeBuilder<InspectionResult> result)
    {
        result.HasKey(r => new { r.Jurisdiction, r.Visit });
        result.Property(r => r.Sheet).AsJson();
    }

    public void Configure(EntityTypeBuilder<ResultEdition> edition)
    {
        edition.HasKey(e => new { e.Jurisdiction, e.Visit, e.Edition });
        edition.Property(e => e.Sheet).AsJson();
    }

    public void Configure(EntityTypeBuilder<ResultCorrection> correction)
    {
        correction.HasKey(c => new { c.Jurisdiction, c.Id });
        correction.HasIndex(c => new { c.Jurisdiction, c.Visit });
        correction.HasIndex(c => new { c.Jurisdiction, c.State });
        correction.Property(c => c.Sheet).AsJson();
    }

    public void Configure(EntityTypeBuilder<PublishedResult> published)
    {
        published.HasKey(p => new { p.Jurisdiction, p.Id });
        published.HasIndex(p => new { p.Jurisdiction, p.Visit, p.Edition, p.Item }).IsUnique();
        published.HasIndex(p => new { p.Jurisdiction, p.Subject });
        published.HasIndex(p => new { p.Jurisdiction, p.PublishedAt });
        published.Property(p => p.PlanNumber).HasMaxLength(14);
        published.Property(p => p.TaskNumber).HasMaxLength(18);
        published.Property(p => p.SubjectCode).HasMaxLength(48);
        published.Property(p => p.SubjectName).HasMaxLength(200);
        published.Property(p => p.Item).HasMaxLength(48);
        published.Property(p => p.ItemName).HasMaxLength(200);
        published.PrimitiveCollection(p => p.Codes).ElementType(e => e.HasConversion<string>());
    }
}
