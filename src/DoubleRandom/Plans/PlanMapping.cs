using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoubleRandom.Plans;

internal sealed class PlanMapping : IEntityTypeConfiguration<AnnualPlan>, IEntityTypeConfiguration<PlanTask>
{
    public void Configure(EntityTypeBuilder<AnnualPlan> plan)
    {
        plan.HasKey(p => new { p.Jurisdiction, p.Id });
        plan.HasIndex(p => new { p.Jurisdiction, p.Number }).IsUnique();
        plan.HasIndex(p => new { p.Jurisdiction, p.Year });
        plan.Property(p => p.Number).HasMaxLength(14);
        plan.Property(p => p.Name).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<PlanTask> task)
    {
        task.HasKey(t => new { t.Jurisdiction, t.Id });
        task.HasIndex(t => new { t.Jurisdiction, t.Number }).IsUnique();
        task.HasIndex(t => new { t.Jurisdiction, t.Plan });
        task.Property(t => t.Number).HasMaxLength(18);
        task.Property(t => t.Name).HasMaxLength(200);
        task.Property(t => t.Filter).AsJson();
        task.Property(t => t.Quota).AsJson();
        task.Property(t => t.WithdrawnBecause).HasMaxLength(500);
    }
}
