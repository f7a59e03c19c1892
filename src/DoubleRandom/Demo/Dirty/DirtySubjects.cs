using System.Globalization;
using System.Text;
using DoubleRandom.Demo.County;

namespace DoubleRandom.Demo.Dirty;

/// <summary>
/// A subject sheet as offices really send it [脏数据]: titles above the header, columns in another order, and every fault an
/// import must name. Which row carries what is written down in <see cref="Faults"/>; the other rows are right.
/// </summary>
public sealed class DirtySubjects
{
    /// <summary>The row the headers stand in, as a spreadsheet shows it.</summary>
    public const int HeaderRow = 4;

    private const int TitleRows = 2;
    private const int Size = 200;
    private const int Spacing = 3;
    private static readonly int[] Order = [6, 0, 2, 1, 9, 3, 5, 4, 8, 7, 11, 10];

    private readonly IReadOnlyList<DemoSubject> subjects;
    private readonly SheetCell[][] cells;
    private readonly List<DirtyRow> faults = [];
    private int next;

    private DirtySubjects(long seed)
    {
        subjects = [.. DemoSubjects.Make(seed, Size * 2, "Y").Where(s => s.Code is { IsLegacy: false }).Take(Size)];
        cells = [.. subjects.Select(s => s.Cells().Select(SheetCell (c) => new SheetCell.Text(c)).ToArray())];
        Mendable();
        Codes();
        Values();
    }

    /// <summary>Which row carries what, in the order of the rows.</summary>
    public IReadOnlyList<DirtyRow> Faults => faults;

    /// <summary>How many rows of subjects there are.</summary>
    public int Count => cells.Length;

    /// <summary>How many of them must be rejected.</summary>
    public int Rejected => faults.Where(f => f.Rejected).Select(f => f.Row).Distinct().Count();

    /// <summary>Makes the sheet; the same seed gives the same cells.</summary>
    public static DirtySubjects Make(long seed) => new(seed);

    internal void WriteWorkbook(string path) => RawWorkbook.Write(path, DemoLists.Text("sheet-subjects"), [.. Rows()], TitleRows);

    internal void WriteCsv(string path, Encoding encoding) => CsvText.Write(path, encoding, Rows().Select(row => row.Select(c => c.Csv)));

    /// <summary>Titles, a blank row, headers in another order (one with a blank behind it), the subjects, two rows of blanks.</summary>
    private IEnumerable<IReadOnlyList<SheetCell>> Rows()
    {
        yield return [new SheetCell.Text(DemoLists.Text("dirty-title"))];
        yield return [new SheetCell.Text(DemoLists.Text("dirty-subtitle"))];
        yield return [];
        var headers = DemoLists.Of("subject-headers");
        yield return [.. Order.Select(i => new SheetCell.Text(headers[i] + (i == 4 ? " " : "")))];
        foreach (var row in cells)
        {
            yield return [.. Order.Select(i => row[i])];
        }

        yield return [.. Order.Select(_ => new SheetCell.Text(" "))];
        yield return [.. Order.Select(_ => new SheetCell.Text(""))];
    }

    private void Mendable()
    {
        Put("lower-case-code", 1, s => s.Code!.Value.Value.ToLowerInvariant(), rejected: false);
        Put("full-width-code", 1, s => string.Concat(s.Code!.Value.Value.Select(c => (char)(c + 0xFEE0))), rejected: false);
        Put("spaced-code", 1, s => $" {s.Code!.Value.Value[..8]} {s.Code.Value.Value[8..17]}-{s.Code.Value.Value[17]}", rejected: false);
        Put("legacy-number", 1, s => string.Create(CultureInfo.InvariantCulture, $"532822{699_000_000 + next}"), rejected: false);
        Put("date-iso", 8, s => s.Established.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), rejected: false);
        Put("date-slash", 8, s => s.Established.ToString("yyyy/M/d", CultureInfo.InvariantCulture), rejected: false);
        Put("date-chinese", 8, s => s.Established.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), rejected: false);
        Put("date-serial", 8, s => new SheetCell.Serial(s.Established), rejected: false);
        Put("trailing-blanks", 0, s => s.Name + "  　", rejected: false);
        Put("trailing-blanks", 6, s => " " + s.Town + "　", rejected: false);
        Put("begins-with-sign", 0, s => "=" + s.Name, rejected: false);
        Put("begins-with-sign", 4, s => "+86 " + s.Phone.PadRight(11, '0'), rejected: false);
        Put("begins-with-sign", 5, s => "-1层 " + s.Address, rejected: false);
        Put("begins-with-sign", 3, s => "@" + s.Representative, rejected: false);
    }

    private void Codes()
    {
        Put("wrong-check-character", 1, s => WithWrongCheck(s.Code!.Value.Value));
        Put("wrong-length", 1, s => s.Code!.Value.Value[..17]);
        Put("wrong-letter", 1, s => s.Code!.Value.Value[..13] + "O" + s.Code.Value.Value[14..]);
        Put("duplicate-code", 1, _ => subjects[next - 1].Code!.Value.Value);
        Put("duplicate-after-mending", 1, _ => subjects[next - 2].Code!.Value.Value.ToLowerInvariant());
        Put("number-code", 1, _ => new SheetCell.Number(915_328_220_000_000_000m + ((next + 1) * 123_457m)));
        Put("formula-code", 1, s => new SheetCell.Formula($"CONCATENATE(\"{s.Code!.Value.Value[..8]}\",\"{s.Code.Value.Value[8..]}\")", s.Code.Value.Value));
        Put("formula-date", 8, s => new SheetCell.Formula($"DATE({s.Established.Year},{s.Established.Month},{s.Established.Day})", new SheetCell.Serial(s.Established).Csv));
    }

    private void Values()
    {
        Each("unknown-town", 6, "dirty-towns");
        Each("unknown-kind", 2, "dirty-kinds");
        Each("unknown-state", 9, "dirty-states");
        Each("unknown-risk", 10, "dirty-risks");
        Each("bad-date", 8, "dirty-dates");
        foreach (var column in new[] { 0, 2, 6, 9 })
        {
            Put("missing-value", column, _ => "");
        }

        var both = next;
        Put("wrong-check-character", 1, s => WithWrongCheck(s.Code!.Value.Value));
        next = both;
        Each("unknown-town", 6, "dirty-towns");
    }

    private void Each(string fault, int column, string list)
    {
        foreach (var word in DemoLists.Of(list))
        {
            Put(fault, column, _ => word);
        }
    }

    private void Put(string fault, int column, Func<DemoSubject, string> cell, bool rejected = true) =>
        Put(fault, column, s => new SheetCell.Text(cell(s)), rejected);

    private void Put(string fault, int column, Func<DemoSubject, SheetCell> cell, bool rejected = true)
    {
        next += Spacing;
        var found = cells[next][column] = cell(subjects[next]);
        faults.Add(new(HeaderRow + 1 + next, fault, DemoLists.Of("subject-headers")[column], found.Csv, rejected));
    }

    private static string WithWrongCheck(string code) =>
        code[..^1] + CreditCode.Alphabet[(CreditCode.Alphabet.IndexOf(code[^1], StringComparison.Ordinal) + 1) % CreditCode.Alphabet.Length];
}
