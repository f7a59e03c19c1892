using System.Text.RegularExpressions;

namespace DoubleRandom.Architecture.Tests;

/// <summary>A text of the project that names parts of it: where it lies in the tree, and what it says.</summary>
/// <param name="File">Path from the root of the repository.</param>
/// <param name="Text">What it says, in Markdown.</param>
internal sealed partial record Book(string File, string Text)
{
    /// <summary>What a book names between backticks, and the entry of the table in which it does so.</summary>
    /// <param name="Entry">The first cell of the row.</param>
    /// <param name="Before">The word before the name, such as <c>Web</c>; or "".</param>
    /// <param name="Name">The name.</param>
    public readonly record struct Mention(string Entry, string Before, string Name);

    public static Book At(string file) => new(file, System.IO.File.ReadAllText(Path.Combine(TheTree.Root, file)));

    /// <summary>The texts for people at the root, below docs, and the half pages of the rooms.</summary>
    public static IEnumerable<Book> All => TheTree.Files(".", "*.md", SearchOption.TopDirectoryOnly)
        .Concat(TheTree.Files("docs", "*.md"))
        .Concat(TheTree.Files("src", "README.md"))
        .Select(At);

    /// <summary>The rows of every table that has a column with this heading: their first cell and the one below the heading.</summary>
    /// <exception cref="InvalidOperationException">There is no such table: the book has another shape than its tests think.</exception>
    public IReadOnlyList<(string Entry, string Cell)> Column(string heading)
    {
        var rows = new List<(string, string)>();
        int? column = null;
        foreach (var line in Text.Split('\n').Select(line => line.Trim()))
        {
            var cells = CellsOf(line);
            if (cells.Length == 0)
            {
                column = null;
            }
            else if (column is null)
            {
                column = Array.IndexOf(cells, heading);
            }
            else if (column >= 0 && !cells[0].StartsWith("--", StringComparison.Ordinal))
            {
                rows.Add((cells[0], cells[column.Value]));
            }
        }

        return rows.Count > 0 ? rows : throw new InvalidOperationException($"{File} has no column '{heading}'.");
    }

    public IEnumerable<Mention> Names(string heading) =>
        from row in Column(heading)
        from Match match in Quoted().Matches(row.Cell)
        select new Mention(row.Entry, match.Groups["before"].Value, match.Groups["name"].Value);

    /// <summary>Links and paths of the tree that lead nowhere, each as a sentence.</summary>
    public IEnumerable<string> LeadNowhere() => Link().Matches(Text).Select(match => match.Groups["to"].Value)
        .Where(to => !to.Contains(':', StringComparison.Ordinal))
        .Concat(TreePath().Matches(Text).Select(match => match.Value))
        .Distinct(StringComparer.Ordinal)
        .Where(to => !Leads(to))
        .Select(to => $"{File}: {to} leads nowhere");

    private bool Leads(string to)
    {
        var parts = to.Split('#', 2);
        var target = parts[0].Length == 0 ? File : new[] { Path.Combine(Path.GetDirectoryName(File)!, parts[0]), parts[0] }.FirstOrDefault(TheTree.Has);
        return target is not null && (parts.Length == 1 || Headings(target == File ? Text : At(target).Text).Contains(parts[1]));
    }

    private static IEnumerable<string> Headings(string text) => Heading().Matches(text)
        .Select(match => match.Groups["words"].Value.Trim().ToLowerInvariant())
        .Select(words => string.Concat(words.Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-')).Replace(' ', '-'));

    private static string[] CellsOf(string line) =>
        line.StartsWith('|') ? [.. Bar().Split(line.Trim('|')).Select(cell => cell.Trim())] : [];

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex("(?:(?<before>[A-Za-z.]+) )?`(?<name>[^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/.-])(?:src|tests|docs|spec|bench|eng)/[\w./-]*\w")]
    private static partial Regex TreePath();

    [GeneratedRegex("^#+ (?<words>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
