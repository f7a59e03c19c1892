using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoubleRandom.Draws;

internal sealed class DrawnMapping : IEntityTypeConfiguration<DrawnSubject>, IEntityTypeConfiguration<TeamPlace>
{
    public void Configure(EntityTypeBuilder<DrawnSubject> drawn)
    {
        drawn.HasKey(d => new { d.Jurisdiction, d.Draw, d.Attempt, d.Subject });
        drawn.HasIndex(d => new { d.Jurisdiction, d.Subject });
        drawn.Property(d => d.Draw).HasMaxLength(48);
        drawn.Property(d => d.SubjectCode).HasMaxLength(48);
    }

    public void Configure(EntityTypeBuilder<TeamPlace> place)
    {
        place.HasKey(p => new { p.Jurisdiction, p.Draw, p.Attempt, p.Slot });
        place.HasIndex(p => new { p.Jurisdiction, p.Holder });
        place.Property(p => p.Draw).HasMaxLength(48);
        place.Property(p => p.Slot).HasMaxLength(64);
    }
}
