using DoubleRandom.Storage;
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
        drawn.Property(d => d.MatchedBy).HasMaxLength(48);
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

internal sealed class DrawMapping :
    IEntityTypeConfiguration<Draw>,
    IEntityTypeConfiguration<DrawFile>,
    IEntityTypeConfiguration<WitnessShare>,
    IEntityTypeConfiguration<DrawChange>,
    IEntityTypeConfiguration<LeftOut>,
    IEntityTypeConfiguration<DrawRequest>
{
    public void Configure(EntityTypeBuilder<Draw> draw)
    {
        draw.HasKey(d => new { d.Jurisdiction, d.Number, d.Attempt });
        draw.Property(d => d.Number).HasMaxLength(48);
        draw.Property(d => d.StageOf).HasMaxLength(48);
        draw.Property(d => d.Title).HasMaxLength(300);
        draw.Property(d => d.PlanNumber).HasMaxLength(14);
        draw.Property(d => d.OperatorName).HasMaxLength(128);
        draw.Property(d => d.BeaconRound).HasMaxLength(60);
        draw.Ignore(d => d.IsVoidPending).Ignore(d => d.Ceremony).Ignore(d => d.Counts).Ignore(d => d.AwaitsBeacon);
    }

    public void Configure(EntityTypeBuilder<DrawFile> file)
    {
        file.HasKey(f => new { f.Jurisdiction, f.Draw, f.Attempt, f.Name });
        file.Property(f => f.Draw).HasMaxLength(48);
        file.Property(f => f.Name).HasMaxLength(32);
    }

    public void Configure(EntityTypeBuilder<WitnessShare> share)
    {
        share.HasKey(s => new { s.Jurisdiction, s.Draw, s.Attempt, s.Witness });
        share.Property(s => s.Draw).HasMaxLength(48);
        share.Property(s => s.Witness).HasMaxLength(48);
        share.Property(s => s.Role).HasMaxLength(100);
        share.Property(s => s.Commitment).HasMaxLength(64);
        share.Property(s => s.LinkHash).HasMaxLength(32);
        share.Ignore(s => s.AwaitsReveal);
    }

    public void Configure(EntityTypeBuilder<DrawChange> change)
    {
        change.HasKey(c => new { c.Jurisdiction, c.Draw, c.Attempt, c.Index });
        change.Property(c => c.Draw).HasMaxLength(48);
        change.Property(c => c.Type).HasMaxLength(32);
        change.Property(c => c.Skipped).AsJson();
    }

    public void Configure(EntityTypeBuilder<LeftOut> leftOut)
    {
        leftOut.HasKey(l => new { l.Jurisdiction, l.Task, l.Subject });
        leftOut.Property(l => l.Task).HasMaxLength(18);
    }

    public void Configure(EntityTypeBuilder<DrawRequest> request)
    {
        request.HasKey(r => new { r.Jurisdiction, r.Id });
        request.HasIndex(r => new { r.Jurisdiction, r.State });
        request.HasIndex(r => new { r.Jurisdiction, r.Draw, r.Attempt });
        request.Property(r => r.Draw).HasMaxLength(48);
        request.Property(r => r.Reason).HasMaxLength(500);
        request.Property(r => r.Code).HasMaxLength(32);
        request.Property(r => r.Part).HasMaxLength(48);
        request.Property(r => r.SubjectCode).HasMaxLength(48);
        request.Property(r => r.Slot).HasMaxLength(64);
        request.Property(r => r.Evidence).HasMaxLength(500);
        request.Property(r => r.DecisionNote).HasMaxLength(500);
        request.Ignore(r => r.Approval);
    }
}
