using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoubleRandom.Directories;

internal sealed class SubjectMapping : IEntityTypeConfiguration<Subject>
{
    public void Configure(EntityTypeBuilder<Subject> subject)
    {
        subject.HasKey(s => new { s.Jurisdiction, s.Id });
        subject.HasIndex(s => new { s.Jurisdiction, s.Code }).IsUnique();
        subject.HasIndex(s => new { s.Jurisdiction, s.NameOrder });
        subject.HasIndex(s => new { s.Jurisdiction, s.Town });
        subject.Property(s => s.Code).HasMaxLength(48);
        subject.Property(s => s.Name).HasMaxLength(200);
        subject.Property(s => s.Town).HasMaxLength(9);
        subject.Property(s => s.Industry).HasMaxLength(8);
    }
}

internal sealed class InspectorMapping : IEntityTypeConfiguration<Inspector>, IEntityTypeConfiguration<Leave>, IEntityTypeConfiguration<Recusal>
{
    public void Configure(EntityTypeBuilder<Inspector> inspector)
    {
        inspector.HasKey(i => new { i.Jurisdiction, i.Id });
        inspector.HasIndex(i => new { i.Jurisdiction, i.Number }).IsUnique();
        inspector.HasIndex(i => new { i.Jurisdiction, i.Certificate }).IsUnique();
        inspector.Property(i => i.Number).HasMaxLength(16);
        inspector.Property(i => i.Name).HasMaxLength(64);
        inspector.Property(i => i.Certificate).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<Leave> leave)
    {
        leave.HasKey(l => new { l.Jurisdiction, l.Id });
        leave.HasIndex(l => new { l.Jurisdiction, l.Inspector });
    }

    public void Configure(EntityTypeBuilder<Recusal> recusal)
    {
        recusal.HasKey(r => new { r.Jurisdiction, r.Id });
        recusal.HasIndex(r => new { r.Jurisdiction, r.Inspector, r.Subject }).IsUnique();
    }
}
