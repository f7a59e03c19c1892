using DoubleRandom.Access;
using DoubleRandom.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Storage;

/// <summary>Copies the SQLite database into one file while it is in use [备份]. Keys lie elsewhere and are copied by hand, apart from it.</summary>
[PerRequest]
[StoredKind("BackUp")]
public sealed class BackUp(SupervisionDb db, StorageChoice storage)
{
    private static readonly Words Words = new(typeof(BackUp));

    /// <summary>
    /// The bytes written. Refused: no right, <c>backup.postgres</c> (use pg_dump), <c>backup.exists</c>. The copy is whole or absent: it is
    /// made under another name and renamed when it has passed the database's own check.
    /// </summary>
    public async Task<Outcome<long>> RunAsync(Actor actor, string file, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.ManageAccounts) is { } no)
        {
            return no;
        }

        if (storage.Postgres is not null)
        {
            return Words.Refuse("backup.postgres", null);
        }

        var target = Path.GetFullPath(file);
        if (File.Exists(target) || Directory.Exists(target))
        {
            return Words.Refuse("backup.exists", null, target);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var half = target + ".half";
        File.Delete(half);
        OwnerOnly.MakeFile(half);
        await CopyAsync(half, stop);
        File.Move(half, target);
        db.Note(actor, new Act("storage.backed-up"), StoredKind.Of<BackUp>(), Path.GetFileName(target));
        return await db.CommitAsync(actor, new Act("storage.backed-up"), stop) is { } lost ? lost : new FileInfo(target).Length;
    }

    private async Task CopyAsync(string half, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        await using var copy = new SqliteConnection($"Data Source={half};Pooling=false");
        await copy.OpenAsync(stop);
        ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(copy);
        await using var check = copy.CreateCommand();
        check.CommandText = "PRAGMA journal_mode=DELETE; PRAGMA quick_check";
        await using var answer = await check.ExecuteReaderAsync(stop);
        await answer.NextResultAsync(stop);
        if (!await answer.ReadAsync(stop) || answer.GetString(0) != "ok")
        {
            throw new InvalidOperationException("The copy did not pass SQLite's own check.");
        }
    }
}
