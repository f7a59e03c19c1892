using DoubleRandom.Sheets;

namespace DoubleRandom.Imports;

/// <summary>The empty workbook that people fill in [导入模板]: the header row, and a second sheet that says how to fill each column.</summary>
public static class Template
{
    private static readonly Words Words = new(typeof(Template));

    /// <summary>Writes it: required headers end in <c>*</c>, every column has the text format, words to choose from are offered as a list.</summary>
    /// <param name="to">Where to; stays open.</param>
    /// <param name="name">Name of the sheet to fill in.</param>
    /// <param name="columns">The columns.</param>
    public static void Write(Stream to, string name, SheetColumns columns) =>
        SheetWriter.Write(to, [
            new SheetPage(name, [.. columns.All.Select(c => c.Required ? c.Header + "*" : c.Header)], []) { Choices = [.. columns.All.Select(c => c.Choices)] },
            new SheetPage(Words["help"], [Words["column"], Words["required"], Words["note"], Words["example"]], columns.All.Select(Help)),
        ]);

    private static IReadOnlyList<object?> Help(SheetColumn column) =>
        [column.Header, Words[column.Required ? "yes" : "no"], column.Note, column.Example];
}
