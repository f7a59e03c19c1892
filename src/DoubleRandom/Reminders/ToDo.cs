using DoubleRandom.Access;

namespace DoubleRandom.Reminders;

/// <summary>One kind of work that waits for a person [待办]: how much of it, until when, and where it is done.</summary>
/// <param name="Code">Stable code, e.g. <c>visits.to-record</c>.</param>
/// <param name="Title">Its name, in the language of the present request.</param>
/// <param name="Count">How many wait; a source leaves out what is 0.</param>
/// <param name="Href">The list that shows exactly these.</param>
public sealed record ToDo(string Code, string Title, int Count, string Href)
{
    /// <summary>How many of them are past their day.</summary>
    public int Overdue { get; init; }

    /// <summary>The nearest day by which one must be done, Asia/Shanghai; null where none is set.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What else must be known, e.g. that a deadline cannot be computed yet; or null.</summary>
    public string? Note { get; init; }
}

/// <summary>A module's share of the home page: each module brings its own to-dos.</summary>
public interface IToDoSource
{
    /// <summary>What waits for this person, in any order; nothing for who has no part in the module's work.</summary>
    Task<IReadOnlyList<ToDo>> OfAsync(Actor actor, CancellationToken stop = default);
}

/// <summary>Everything that waits for a person: what is overdue first, then by deadline, then by code.</summary>
[PerRequest]
public sealed class ToDoReader(IEnumerable<IToDoSource> sources)
{
    /// <summary>The to-dos of all modules.</summary>
    public async Task<IReadOnlyList<ToDo>> OfAsync(Actor actor, CancellationToken stop = default)
    {
        var all = new List<ToDo>();
        foreach (var source in sources)
        {
            all.AddRange(await source.OfAsync(actor, stop));
        }

        return [.. all.Where(todo => todo.Count > 0)
            .OrderByDescending(todo => todo.Overdue > 0)
            .ThenBy(todo => todo.Due ?? DateOnly.MaxValue)
            .ThenBy(todo => todo.Code, StringComparer.Ordinal)];
    }
}
