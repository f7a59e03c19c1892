namespace DoubleRandom.Audit;

/// <summary>
/// A module's share of what records are called by people [记录名称]: an account by its sign-in name, an inspector by number and name, a visit by its
/// number alone. Nothing that a draw keeps sealed has a name here.
/// </summary>
public interface INamesRecords
{
    /// <summary>The names of those of these ids that are the module's.</summary>
    Task<IReadOnlyList<(Guid Id, string Name)>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop);
}

/// <summary>What records of all modules are called by people, so that the trail need not speak in ids.</summary>
[PerRequest]
public sealed class RecordNames(IEnumerable<INamesRecords> modules)
{
    /// <summary>The names of those of these ids that are known.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop = default)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var module in ids.Count == 0 ? [] : modules)
        {
            foreach (var (id, name) in await module.OfAsync(ids, stop))
            {
                names[id] = name;
            }
        }

        return names;
    }
}
