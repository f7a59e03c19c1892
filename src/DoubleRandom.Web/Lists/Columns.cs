using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Lists;

/// <summary>A column of a list [列].</summary>
/// <param name="Key">Its name in the address, e.g. <c>town</c>.</param>
/// <param name="Title">Its head, in the language of the page.</param>
public sealed record Column(string Key, string Title)
{
    /// <summary>Whether the list can be ordered by it.</summary>
    public bool Sorts { get; init; }

    /// <summary>Whether it holds figures.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether it leads to the record: such a column is not offered for leaving out.</summary>
    public bool Leads { get; init; }
}

/// <summary>The columns of a list, and those of them that its address asks for [选择列]: <c>col=name&amp;col=town</c>; none asked for is all.</summary>
/// <param name="query">The question of the page.</param>
/// <param name="all">In the order of the table.</param>
public sealed class Columns(PageQuery query, params IReadOnlyList<Column> all)
{
    private readonly HashSet<string> asked = [.. all.Select(column => column.Key).Intersect(query.All(PageQuery.ColumnKey))];

    /// <summary>All of them, in the order of the table.</summary>
    public IReadOnlyList<Column> All => all;

    /// <summary>Those that are shown, in the order of the table.</summary>
    public IReadOnlyList<Column> Shown => [.. all.Where(column => Shows(column.Key))];

    /// <summary>Whether this column is shown.</summary>
    public bool Shows(string key) => asked.Count == 0 || asked.Contains(key);

    /// <summary>The column of this name.</summary>
    /// <exception cref="InvalidOperationException">There is none: a bug.</exception>
    public Column this[string key] => all.First(column => column.Key == key);
}
