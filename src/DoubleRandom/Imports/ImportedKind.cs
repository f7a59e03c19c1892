using DoubleRandom.Access;
using DoubleRandom.Sheets;

namespace DoubleRandom.Imports;

/// <summary>How one kind of record is imported: its columns, its right, and what a row means. Each owner brings its own.</summary>
public abstract class ImportedKind
{
    internal static Words Words { get; } = new(typeof(ImportedKind));

    /// <summary>What it fills.</summary>
    public abstract ImportKind Kind { get; }

    /// <summary>Its columns, in the order of the template.</summary>
    public abstract SheetColumns Columns { get; }

    /// <summary>The right that an import of it takes.</summary>
    public abstract Right Right { get; }

    /// <summary>Name of the sheet in templates and exports.</summary>
    public abstract string SheetName { get; }

    /// <summary>The act by which its imports are written down, e.g. <c>items.imported</c>.</summary>
    internal abstract string ActCode { get; }

    /// <summary>Reads a file against the directory as it stands; nothing is written.</summary>
    /// <param name="actor">For whom.</param>
    /// <param name="file">The file.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="named">Which header of the file stands for which column, where a person has said so: column to header.</param>
    /// <param name="stop">Stops the reading.</param>
    internal abstract Task<Outcome<ImportPlan>> ReadAsync(
        Actor actor, Stream file, string fileName, IReadOnlyDictionary<string, string> named, CancellationToken stop);
}

/// <summary>A file that was read and set against the directory: what it says, and how to make it so.</summary>
internal abstract class ImportPlan
{
    /// <summary>The sheets read.</summary>
    public required IReadOnlyList<ReadSheet> Sheets { get; init; }

    /// <summary>The rows that go back.</summary>
    public required IReadOnlyList<RejectedRow> Rejected { get; init; }

    /// <summary>What it would do.</summary>
    public required ImportReport Report { get; set; }

    /// <summary>
    /// Sets it against the directory once more with other writers kept away, and writes it with its batch and its trail, all or nothing.
    /// </summary>
    /// <returns>Null when written; else <c>import.directory-changed</c>, and nothing is.</returns>
    public abstract Task<Refusal?> WriteAsync(Actor actor, Upload upload, string digest, CancellationToken stop);
}
