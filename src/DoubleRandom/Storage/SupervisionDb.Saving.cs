using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DoubleRandom.Storage;

/// <summary>Saving: every act is written together with its audit entries, or not at all.</summary>
public abstract partial class SupervisionDb
{
    internal static readonly Words Words = new(typeof(SupervisionDb));
    private bool isCommitting;

    /// <summary>
    /// Saves all tracked changes as one act, with one audit entry per changed record, in one transaction.
    /// Refused (<c>row.changed-meanwhile</c>, <c>row.exists-already</c>, <c>log.moved-on</c>) when somebody else was first; then nothing is written.
    /// </summary>
    public async Task<Refusal?> CommitAsync(Actor actor, Act act, CancellationToken stop = default)
    {
        ChangeTracker.DetectChanges();
        foreach (var row in ChangeTracker.Entries<CountyRow>().Where(IsChanged).ToArray())
        {
            if (row.Entity.Jurisdiction != actor.Jurisdiction)
            {
                throw new InvalidOperationException($"{row.Metadata.ClrType.Name} of {row.Entity.Jurisdiction} changed by an actor of {actor.Jurisdiction}.");
            }

            if (row.Entity is EditableRow)
            {
                row.Property(nameof(EditableRow.Version)).CurrentValue = Uuid7.New(clock);
            }

            if (row.Entity is not AuditEntry and not NumberSeries && !IsKeptElsewhere(row.Metadata.ClrType))
            {
                Add(Line(actor, act, row));
            }
        }

        try
        {
            isCommitting = true;
            await SaveChangesAsync(stop);
            return null;
        }
        catch (DbUpdateException failure) when (MovesTheLog(failure) && (failure is DbUpdateConcurrencyException || UniqueViolation.IsCauseOf(failure)))
        {
            ChangeTracker.Clear();
            return Words.Refuse("log.moved-on", null);
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            ChangeTracker.Clear();
            return await ChangedMeanwhileAsync(conflict.Entries[0], stop);
        }
        catch (DbUpdateException failure) when (UniqueViolation.IsCauseOf(failure))
        {
            ChangeTracker.Clear();
            return Words.Refuse("row.exists-already", null);
        }
        finally
        {
            isCommitting = false;
        }
    }

    /// <summary>Adds a line to the trail for an act that changes no row, such as a look at a secret. Saved by the next commit.</summary>
    public void Note(Actor actor, Act act, string kind, string key, object? details = null) => Add(new AuditEntry
    {
        Jurisdiction = actor.Jurisdiction,
        Id = Uuid7.New(clock),
        At = clock.Now(),
        Account = actor.Account,
        Who = actor.Name,
        Act = act.Code,
        Reason = act.Reason,
        Kind = kind,
        Key = key,
        After = details is null ? null : AuditJson.Of(details),
    });

    /// <summary>
    /// Moves the row's version on with the act that follows, though no member of it changes: what hangs on it did. Of two acts that
    /// touch one row at the same moment the second is refused, and the trail tells the row's own history of it.
    /// </summary>
    public void Touch(EditableRow row) => Entry(row).Property(nameof(EditableRow.Version)).IsModified = true;

    /// <summary>Refuses (<c>row.changed-meanwhile</c>) when the form was filled from an older version than the stored one.</summary>
    public async Task<Refusal?> StaleAsync(EditableRow row, Guid seen, CancellationToken stop = default) =>
        row.Version == seen ? null : await ChangedMeanwhileAsync(Entry(row), stop);

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) => isCommitting
        ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
        : throw new InvalidOperationException("Save by CommitAsync: no change without its audit entry.");

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Save by CommitAsync: no change without its audit entry.");

    /// <summary>Whether the act lost its place in the transparency log to another: then nobody changed its own rows, and it may be tried again.</summary>
    private static bool MovesTheLog(DbUpdateException failure) =>
        failure.Entries.Any(row => row.Entity is TransparencyLog or LogLeaf or LogCheckpoint or Cosignature);

    private static bool IsKeptElsewhere(Type row) =>
        row.IsDefined(typeof(KeptInDrawRecordAttribute), inherit: false) || row.IsDefined(typeof(RecordInItselfAttribute), inherit: false);

    private static bool IsChanged(EntityEntry row) => row.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private AuditEntry Line(Actor actor, Act act, EntityEntry row) => new()
    {
        Jurisdiction = actor.Jurisdiction,
        Id = Uuid7.New(clock),
        At = clock.Now(),
        Account = actor.Account,
        Who = actor.Name,
        Act = act.Code,
        Reason = act.Reason,
        Kind = StoredKind.Of(row.Metadata.ClrType),
        Key = KeyOf(row),
        Whole = StoredKind.WholeOf(row.Entity),
        Before = row.State == EntityState.Added ? null : AuditJson.Of(row, before: true, onlyChanged: row.State == EntityState.Modified),
        After = row.State == EntityState.Deleted ? null : AuditJson.Of(row, before: false, onlyChanged: row.State == EntityState.Modified),
    };

    private static string KeyOf(EntityEntry row) => string.Join('/', row.Metadata.FindPrimaryKey()!.Properties
        .Where(part => part.Name != nameof(CountyRow.Jurisdiction))
        .Select(part => row.Property(part.Name).CurrentValue?.ToString()));

    private async Task<Refusal> ChangedMeanwhileAsync(EntityEntry row, CancellationToken stop)
    {
        var (kind, key) = (StoredKind.Of(row.Metadata.ClrType), KeyOf(row));
        var last = await AuditEntries.AsNoTracking().Where(e => e.Kind == kind && e.Key == key)
            .OrderByDescending(e => e.Id).FirstOrDefaultAsync(stop);
        return Words.Refuse("row.changed-meanwhile", null, last?.Who ?? "—", last?.At.InShanghai().ToString("HH:mm:ss", null) ?? "—");
    }
}
