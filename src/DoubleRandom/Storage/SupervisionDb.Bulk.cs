using DoubleRandom.Access;
using DoubleRandom.Audit;
using Microsoft.EntityFrameworkCore.Storage;

namespace DoubleRandom.Storage;

/// <summary>Bulk writing [批量写入]: tens of thousands of rows of one kind in one transaction, with the same trail as single acts.</summary>
public abstract partial class SupervisionDb
{
    /// <summary>Opens the one transaction of a bulk act, in which nobody else writes that table.</summary>
    internal async Task<IDbContextTransaction> BeginBulkAsync<T>(CancellationToken stop)
        where T : EditableRow
    {
        var transaction = await Database.BeginTransactionAsync(stop);
        await new BulkTable<T>(this).LockAsync(stop);
        return transaction;
    }

    /// <summary>Adds rows; the caller's own audit entry speaks for all of them.</summary>
    internal Task InsertInBulkAsync<T>(IReadOnlyList<T> rows, CancellationToken stop)
        where T : EditableRow => rows.Count == 0 ? Task.CompletedTask : new BulkTable<T>(this).InsertAsync(rows.Select(Stamped), stop);

    /// <summary>Replaces rows, with one audit entry each: what differed, before and after.</summary>
    internal async Task UpdateInBulkAsync<T>(Actor actor, Act act, IReadOnlyList<(T Before, T After)> rows, CancellationToken stop)
        where T : EditableRow
    {
        if (rows.Count == 0)
        {
            return;
        }

        await new BulkTable<AuditEntry>(this).InsertAsync(rows.Select(row => Line(actor, act, row.Before, row.After)), stop);
        var written = await new BulkTable<T>(this).UpdateAsync(rows.Select(row => Stamped(row.After)), stop);
        if (written != rows.Count)
        {
            throw new InvalidOperationException($"{rows.Count} rows of {typeof(T).Name} were to be replaced, {written} were there.");
        }
    }

    /// <summary>Whether two states of one row differ in anything that people may change.</summary>
    internal bool Differ<T>(T before, T after)
        where T : EditableRow => AuditJson.Changed(Model.FindEntityType(typeof(T))!, before, after).Any();

    private T Stamped<T>(T row)
        where T : EditableRow
    {
        if (row.Jurisdiction.Code.Length == 0 || !Seen.Contains(row.Jurisdiction))
        {
            throw new InvalidOperationException($"{typeof(T).Name} of {row.Jurisdiction} written while seeing {string.Join(',', Seen)}.");
        }

        row.MoveOn(Uuid7.New(clock));
        return row;
    }

    private AuditEntry Line<T>(Actor actor, Act act, T before, T after)
        where T : EditableRow
    {
        var kind = Model.FindEntityType(typeof(T))!;
        var changed = AuditJson.Changed(kind, before, after).ToArray();
        return new()
        {
            Jurisdiction = actor.Jurisdiction,
            Id = Uuid7.New(clock),
            At = clock.Now(),
            Account = actor.Account,
            Who = actor.Name,
            Act = act.Code,
            Reason = act.Reason,
            Kind = StoredKind.Of<T>(),
            Key = string.Join('/', kind.FindPrimaryKey()!.Properties
                .Where(part => part.Name != nameof(CountyRow.Jurisdiction))
                .Select(part => part.PropertyInfo!.GetValue(after)?.ToString())),
            Whole = StoredKind.WholeOf(after),
            Before = AuditJson.Of(changed, before),
            After = AuditJson.Of(changed, after),
        };
    }
}
