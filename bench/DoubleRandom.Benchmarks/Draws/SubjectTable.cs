using SQLitePCL;

namespace DoubleRandom.Benchmarks.Draws;

/// <summary>What is done with a subject read from a database.</summary>
internal delegate void SubjectRead(ReadOnlySpan<byte> id, byte risk, ReadOnlySpan<byte> exclusion);

/// <summary>A table of invented subjects in SQLite: id, risk class, reason of exclusion.</summary>
internal static class SubjectTable
{
    /// <summary>Makes the table.</summary>
    public static void Write(string path, int subjects)
    {
        Batteries_V2.Init();
        using var database = Open(path);
        Do(database, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE TABLE subject (id TEXT PRIMARY KEY, risk TEXT NOT NULL, excl TEXT NOT NULL) WITHOUT ROWID; BEGIN");
        using var insert = Prepare(database, "INSERT INTO subject VALUES (?, ?, ?)");
        var id = new byte[18];
        for (var number = 0; number < subjects; number++)
        {
            MadeRoster.IdOf(number, id);
            raw.sqlite3_bind_text(insert, 1, id);
            raw.sqlite3_bind_text(insert, 2, [MadeRoster.RiskOf(number)]);
            raw.sqlite3_bind_text(insert, 3, MadeRoster.ExclusionOf(number));
            raw.sqlite3_step(insert);
            raw.sqlite3_reset(insert);
        }

        Do(database, "COMMIT");
    }

    /// <summary>Reads every subject, ascending by id, and returns how many there are.</summary>
    public static int Read(string path, SubjectRead take)
    {
        using var database = Open(path);
        using var select = Prepare(database, "SELECT id, risk, excl FROM subject ORDER BY id");
        var count = 0;
        for (; raw.sqlite3_step(select) == raw.SQLITE_ROW; count++)
        {
            take(raw.sqlite3_column_blob(select, 0), raw.sqlite3_column_blob(select, 1)[0], raw.sqlite3_column_blob(select, 2));
        }

        return count;
    }

    private static sqlite3 Open(string path) =>
        raw.sqlite3_open_v2(path, out var database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null) == raw.SQLITE_OK ? database : throw new InvalidOperationException(path);

    private static sqlite3_stmt Prepare(sqlite3 database, string sql) =>
        raw.sqlite3_prepare_v2(database, sql, out var statement) == raw.SQLITE_OK ? statement : throw new InvalidOperationException(sql);

    private static void Do(sqlite3 database, string sql)
    {
        if (raw.sqlite3_exec(database, sql) != raw.SQLITE_OK)
        {
            throw new InvalidOperationException(sql);
        }
    }
}
