using DoubleRandom.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DoubleRandom.Storage;

/// <summary>Transactions that write to the transparency log.</summary>
public abstract partial class SupervisionDb
{
    /// <summary>
    /// Begins a transaction that holds the head of a county's log: whoever else appends waits until it ends. What was read of the head before is let go.
    /// </summary>
    internal async Task<IDbContextTransaction> BeginWithLogAsync(Jurisdiction county, CancellationToken stop)
    {
        foreach (var head in ChangeTracker.Entries<TransparencyLog>().ToArray())
        {
            head.State = EntityState.Detached;
        }

        // On SQLite the transaction begins as a writer, of whom there is one at a time.
        var transaction = await Database.BeginTransactionAsync(stop);
        if (!Database.IsSqlite())
        {
            await Database.ExecuteSqlAsync($"SELECT 1 FROM logs WHERE jurisdiction = {county.Code} FOR UPDATE", stop);
        }

        return transaction;
    }
}
