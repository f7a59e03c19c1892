using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Audit;

/// <summary>
/// Whose turn it is in this process to append to a log on SQLite [轮候]. SQLite itself has a second writer sleep and ask again; here it goes on
/// the moment the first is done, and in the order of coming. PostgreSQL queues by itself.
/// </summary>
public sealed class LogTurn : IDisposable
{
    private readonly SemaphoreSlim free = new(1, 1);

    /// <summary>Waits for the turn, which ends when what is returned is disposed.</summary>
    internal async Task<IDisposable?> TakeAsync(SupervisionDb db, CancellationToken stop)
    {
        if (!db.Database.IsSqlite())
        {
            return null;
        }

        await free.WaitAsync(stop);
        return new Taken(free);
    }

    /// <inheritdoc />
    public void Dispose() => free.Dispose();

    private sealed class Taken(SemaphoreSlim free) : IDisposable
    {
        private bool isOver;

        public void Dispose()
        {
            if (!isOver)
            {
                isOver = true;
                free.Release();
            }
        }
    }
}
