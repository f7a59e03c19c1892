namespace DoubleRandom.Sheets;

/// <summary>A column [列] that an owner knows how to read.</summary>
/// <param name="Header">The header as the template prints it, e.g. 所属乡镇.</param>
/// <param name="Required">Whether the column must be there and every row must fill it.</param>
/// <param name="Note">How to fill it, for the second sheet of the template.</param>
/// <param name="Example">A lawful value, for the same sheet.</param>
public sealed record SheetColumn(string Header, bool Required = false, string Note = "", string Example = "")
{
    /// <summary>Other headers under which the same column is accepted.</summary>
    public IReadOnlyList<string> AlsoNamed { get; init; } = [];

    /// <summary>The words a cell may hold, offered as a list by the template; empty where any text may stand.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>The columns of one kind of sheet [表头], in the order of its template.</summary>
public sealed class SheetColumns
{
    private readonly Dictionary<string, SheetColumn> byName = new(StringComparer.Ordinal);

    /// <summary>Columns of one kind of sheet.</summary>
    /// <param name="columns">In the order of the template.</param>
    /// <exception cref="ArgumentException">Two columns answer to one header: a bug.</exception>
    public SheetColumns(params IReadOnlyList<SheetColumn> columns)
    {
        All = columns;
        Required = [.. columns.Where(c => c.Required)];
        foreach (var column in columns)
        {
            foreach (var name in column.AlsoNamed.Prepend(column.Header))
            {
                byName.Add(SheetText.Header(name), column);
            }
        }
    }

    /// <summary>All columns, in the order of the template.</summary>
    public IReadOnlyList<SheetColumn> All { get; }

    /// <summary>The columns without which a sheet is refused.</summary>
    public IReadOnlyList<SheetColumn> Required { get; }

    /// <summary>The same columns, one of them also accepted under the header a person pointed at.</summary>
    /// <exception cref="ArgumentException">No such column, or the header already belongs to another.</exception>
    public SheetColumns AlsoNamed(string header, string foundAs)
    {
        var at = All.Index().FirstOrDefault(c => c.Item.Header == header, (-1, null!)).Index;
        return at < 0
            ? throw new ArgumentException($"No column '{header}'.", nameof(header))
            : new([.. All.Select((c, i) => i == at ? c with { AlsoNamed = [.. c.AlsoNamed, foundAs] } : c)]);
    }

    /// <summary>The column a found header means, or null when it means none.</summary>
    public SheetColumn? Meant(string found) => byName.GetValueOrDefault(SheetText.Header(found));
}
