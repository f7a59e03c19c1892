using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoubleRandom.Assignments;

internal sealed class AssignmentMapping :
    IEntityTypeConfiguration<Visit>,
    IEntityTypeConfiguration<VisitMember>,
    IEntityTypeConfiguration<SubstitutionRequest>
{
    public void Configure(EntityTypeBuilder<Visit> visit)
    {
        visit.HasKey(v => new { v.Jurisdiction, v.Id });
        visit.HasIndex(v => new { v.Jurisdiction, v.Draw, v.Attempt, v.Subject }).IsUnique();
        visit.HasIndex(v => new { v.Jurisdiction, v.Number }).IsUnique();
        visit.HasIndex(v => new { v.Jurisdiction, v.State, v.To });
        visit.HasIndex(v => new { v.Jurisdiction, v.Subject });
        visit.Property(v => v.Number).HasMaxLength(56);
        visit.Property(v => v.Draw).HasMaxLength(48);
        visit.Property(v => v.Bundle).HasMaxLength(32);
        visit.Property(v => v.WithdrawnBecause).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<VisitMember> member)
    {
        member.HasKey(m => new { m.Jurisdiction, m.Visit, m.Slot });
        member.HasIndex(m => new { m.Jurisdiction, m.Inspector });
        member.Property(m => m.Slot).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<SubstitutionRequest> request)
    {
        request.HasKey(r => new { r.Jurisdiction, r.Id });
        request.HasIndex(r => new { r.Jurisdiction, r.State });
        request.HasIndex(r => new { r.Jurisdiction, r.Draw, r.Attempt, r.Slot });
        request.Property(r => r.Draw).HasMaxLength(48);
        request.Property(r => r.Slot).HasMaxLength(64);
        request.Property(r => r.Evidence).HasMaxLength(500);
        request.Property(r => r.DecisionNote).HasMaxLength(500);
    }
}
