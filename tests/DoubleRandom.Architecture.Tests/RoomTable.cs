namespace DoubleRandom.Architecture.Tests;

/// <summary>The rooms of one assembly, and at which others each may look. A room that is not named here may look at nobody and fails the test.</summary>
/// <param name="Assembly">Name of the assembly, which is also the beginning of its namespaces.</param>
/// <param name="Sees">Room → the rooms it may look at; "" is the root namespace.</param>
internal sealed record RoomTable(string Assembly, IReadOnlyDictionary<string, IReadOnlyList<string>> Sees)
{
    /// <summary>Types of the root that put the whole together, and so look everywhere.</summary>
    public IReadOnlyList<string> Composers { get; init; } = [];

    /// <summary>A room that every other sees and that sees every other, or null.</summary>
    public string? Common { get; init; }

    /// <summary>Namespaces below <see cref="Assembly"/> that belong to other assemblies.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>A table in which each room sees those before it.</summary>
    public static RoomTable InOrder(string assembly, params IReadOnlyList<string> rooms) =>
        new(assembly, rooms.Select((room, i) => (room, Before: rooms.Take(i).ToArray())).ToDictionary(r => r.room, r => (IReadOnlyList<string>)r.Before, StringComparer.Ordinal));

    /// <summary>
    /// The room of a namespace: the longest one of the table that it lies in, else its first part, which no table knows; null outside the assembly.
    /// </summary>
    public string? RoomOf(string? @namespace)
    {
        if (@namespace is null || (@namespace != Assembly && !@namespace.StartsWith(Assembly + ".", StringComparison.Ordinal)))
        {
            return null;
        }

        var inside = @namespace == Assembly ? "" : @namespace[(Assembly.Length + 1)..];
        return Others.Contains(inside.Split('.')[0]) ? null
            : Sees.Keys.Where(room => room == inside || (room.Length > 0 && inside.StartsWith(room + ".", StringComparison.Ordinal))).MaxBy(room => room.Length)
                ?? inside.Split('.')[0];
    }

    /// <summary>Whether a type of the first room may look at one of the second. A room's own module class looks into all of its sub-rooms.</summary>
    public bool Permits(string from, string type, string to) =>
        from == to || from == Common || to == Common
        || (from.Length == 0 && Composers.Contains(type))
        || (type == $"{from}Module" && to.StartsWith(from + ".", StringComparison.Ordinal))
        || (Sees.TryGetValue(from, out var seen) && seen.Contains(to));

    /// <summary>The rooms that lead back to themselves, each with its way: <c>Plans → Draws → Plans</c>.</summary>
    public IReadOnlyList<string> Circles() =>
        [.. Sees.Keys.Select(room => Way(room, [room])).OfType<IReadOnlyList<string>>().Select(way => string.Join(" → ", way)).Order(StringComparer.Ordinal)];

    private IReadOnlyList<string>? Way(string goal, IReadOnlyList<string> so)
    {
        foreach (var next in Sees.TryGetValue(so[^1], out var seen) ? seen : [])
        {
            if (next == goal)
            {
                return [.. so, goal];
            }

            if (!so.Contains(next) && Way(goal, [.. so, next]) is { } way)
            {
                return way;
            }
        }

        return null;
    }
}
