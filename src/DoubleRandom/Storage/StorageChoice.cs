namespace DoubleRandom.Storage;

/// <summary>Which database holds the county's data, and where files beside it lie.</summary>
/// <param name="DataFolder">Folder of the database file, the key files and the logs.</param>
/// <param name="Postgres">A PostgreSQL connection string, or null for SQLite in the data folder.</param>
public sealed record StorageChoice(string DataFolder, string? Postgres = null)
{
    /// <summary>The SQLite file.</summary>
    public string SqliteFile => Path.Combine(DataFolder, "doublerandom.db");

    /// <summary>The SQLite connection string: short transactions wait for the writer before them.</summary>
    public string SqliteConnection => $"Data Source={SqliteFile};Foreign Keys=True;Default Timeout=30;Cache=Private";
}
