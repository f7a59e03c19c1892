using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoubleRandom.Items;

internal sealed class ItemMapping : IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<Item> item)
    {
        item.HasKey(i => new { i.Jurisdiction, i.Id });
        item.HasIndex(i => new { i.Jurisdiction, i.Code }).IsUnique();
        item.Property(i => i.Code).HasMaxLength(48);
        item.Property(i => i.Name).HasMaxLength(200);
        item.PrimitiveCollection(i => i.SubjectKinds).ElementType(e => e.HasConversion<string>());
        item.PrimitiveCollection(i => i.Methods).ElementType(e => e.HasConversion<string>());
    }
}
