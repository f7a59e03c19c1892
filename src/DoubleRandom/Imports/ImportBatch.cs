using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DoubleRandom.Imports;

/// <summary>One import that went in [导入批次]: which file, by whom, and what it did. Its id is also that of the upload it came from.</summary>
[StoredKind("ImportBatch")]
public sealed class ImportBatch : EditableRow
{
    /// <summary>Its id.</summary>
    public required Id<ImportBatch> Id { get; init; }

    /// <summary>What was filled.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>The file's name as its sender had it.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Who committed it.</summary>
    public required string Who { get; init; }

    /// <summary>When it was committed, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Rows that held something.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that became new records [新增].</summary>
    public required int Added { get; init; }

    /// <summary>Rows that changed records [更新].</summary>
    public required int Updated { get; init; }

    /// <summary>Rows that said what was known already [未变]; nothing was written for them.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Rows that went back [退回].</summary>
    public required int Rejected { get; init; }
}

/// <summary>A record that an import may bring in.</summary>
public abstract class ImportableRow : EditableRow
{
    /// <summary>The batch that brought it in, whose entry in the trail speaks for it; null for one that was typed in.</summary>
    [Derived]
    public Id<ImportBatch>? Batch { get; internal set; }
}

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> batch)
    {
        batch.HasKey(b => new { b.Jurisdiction, b.Id });
        batch.HasIndex(b => new { b.Jurisdiction, b.At });
        batch.Property(b => b.FileName).HasMaxLength(260);
        batch.Property(b => b.Sha256).HasMaxLength(64);
        batch.Property(b => b.Who).HasMaxLength(200);
    }
}
