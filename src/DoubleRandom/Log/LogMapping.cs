using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoubleRandom.Log;

internal sealed class LogMapping :
    IEntityTypeConfiguration<TransparencyLog>,
    IEntityTypeConfiguration<LogLeaf>,
    IEntityTypeConfiguration<LogCheckpoint>,
    IEntityTypeConfiguration<Cosignature>,
    IEntityTypeConfiguration<StandingWitness>,
    IEntityTypeConfiguration<WitnessInvitation>,
    IEntityTypeConfiguration<LogCheckRun>
{
    public void Configure(EntityTypeBuilder<TransparencyLog> log)
    {
        log.HasKey(l => l.Jurisdiction);
        log.Property(l => l.Origin).HasMaxLength(64);
        log.Property(l => l.SuiteName).HasMaxLength(16);
        log.Ignore(l => l.Suite);
        log.Property(l => l.PublicKey).HasMaxLength(130);
    }

    public void Configure(EntityTypeBuilder<LogLeaf> leaf)
    {
        leaf.HasKey(l => new { l.Jurisdiction, l.Index });
        leaf.Property(l => l.LeafHash).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<LogCheckpoint> checkpoint) => checkpoint.HasKey(c => new { c.Jurisdiction, c.Size });

    public void Configure(EntityTypeBuilder<Cosignature> cosignature)
    {
        cosignature.HasKey(c => new { c.Jurisdiction, c.Size, c.Witness });
        cosignature.Property(c => c.Witness).HasMaxLength(48);
    }

    public void Configure(EntityTypeBuilder<StandingWitness> witness)
    {
        witness.HasKey(w => new { w.Jurisdiction, w.Name });
        witness.Property(w => w.Name).HasMaxLength(48);
        witness.Property(w => w.Role).HasMaxLength(100);
        witness.Property(w => w.KeyName).HasMaxLength(128);
        witness.Property(w => w.PublicKey).HasMaxLength(130);
        witness.Property(w => w.LastRoot).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<WitnessInvitation> invitation)
    {
        invitation.HasKey(i => new { i.Jurisdiction, i.Name });
        invitation.Property(i => i.Name).HasMaxLength(48);
        invitation.Property(i => i.Role).HasMaxLength(100);
        invitation.Property(i => i.PublicKey).HasMaxLength(130);
        invitation.HasIndex(i => i.LinkHash);
    }

    public void Configure(EntityTypeBuilder<LogCheckRun> run) => run.HasKey(r => new { r.Jurisdiction, r.Id });
}
