using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoubleRandom.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.HasKey(e => new { e.Jurisdiction, e.Id });
        entry.HasIndex(e => new { e.Jurisdiction, e.Kind, e.Key });
        entry.HasIndex(e => new { e.Jurisdiction, e.Whole });
        entry.Property(e => e.Whole).HasMaxLength(192);
        entry.Property(e => e.Act).HasMaxLength(64);
        entry.Property(e => e.Kind).HasMaxLength(64);
        entry.Property(e => e.Key).HasMaxLength(128);
    }
}
