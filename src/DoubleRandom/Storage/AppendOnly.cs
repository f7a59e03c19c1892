using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Storage;

/// <summary>Has the database itself refuse to change or remove rows that are marked <see cref="AppendOnlyAttribute"/>, whoever asks.</summary>
internal static class AppendOnly
{
    public static async Task GuardAsync(SupervisionDb db, CancellationToken stop)
    {
        foreach (var statement in TablesOf(db).SelectMany(table => db.Database.IsSqlite() ? OnSqlite(table) : OnPostgres(table)))
        {
            await db.Database.ExecuteSqlRawAsync(statement, stop);
        }
    }

    private static IEnumerable<string> TablesOf(SupervisionDb db) => db.Model.GetEntityTypes()
        .Where(row => row.ClrType.IsDefined(typeof(AppendOnlyAttribute), inherit: false))
        .Select(row => row.GetTableName()!);

    private static IEnumerable<string> OnSqlite(string table) => new[] { "UPDATE", "DELETE" }.Select(act =>
        $"CREATE TRIGGER IF NOT EXISTS {table}_no_{act} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END");

    private static IEnumerable<string> OnPostgres(string table) =>
    [
        "CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$",
        $"CREATE OR REPLACE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} EXECUTE FUNCTION append_only()",
    ];
}
