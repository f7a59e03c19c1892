using DoubleRandom.Access;

namespace DoubleRandom.Imports;

/// <summary>Throws a previewed file away [取消导入].</summary>
[PerRequest]
public sealed class DiscardImport(UploadFolder folder)
{
    /// <summary>Null when it is gone; refused (<c>import.unknown</c>) when there is no such upload of the actor's.</summary>
    public async Task<Refusal?> RunAsync(Actor actor, Id<ImportBatch> id, CancellationToken stop = default)
    {
        if (await folder.FindAsync(id, stop) is not { } upload || !upload.IsOf(actor))
        {
            return CommitImport.Words.Refuse("import.unknown", null);
        }

        folder.Forget(id, alsoRejected: true);
        return null;
    }
}
