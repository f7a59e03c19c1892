using System.IO.Compression;

namespace DoubleRandom.Sheets;

/// <summary>A workbook [工作簿, XLSX]: a ZIP of XML parts, opened without believing any size it claims.</summary>
internal sealed class Workbook : IDisposable
{
    private readonly ZipArchive zip;
    private readonly InflationBudget budget;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    private Workbook(ZipArchive zip, long fileBytes)
    {
        this.zip = zip;
        budget = new(fileBytes);
        foreach (var entry in zip.Entries)
        {
            _ = parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    /// <summary>Opens a file that begins as a ZIP.</summary>
    /// <exception cref="UnreadableSheetException">It is damaged, or holds something else than a workbook.</exception>
    public static Workbook Open(Stream content)
    {
        if (ZipEntries(content) > SheetLimits.Parts)
        {
            throw UnreadableSheetException.Because("import.bomb");
        }

        try
        {
            return new(new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true), content.Length);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or IOException or ArgumentException)
        {
            throw UnreadableSheetException.Because("import.damaged", "ZIP");
        }
    }

    /// <summary>Its sheets in the order of their tabs.</summary>
    public IEnumerable<RawSheet> Sheets()
    {
        var main = Targets("_rels/.rels", "").FirstOrDefault(t => t.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Path ?? "xl/workbook.xml";
        if (!main.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || !main.StartsWith("xl/", StringComparison.OrdinalIgnoreCase))
        {
            throw UnreadableSheetException.Because("import.not-a-workbook");
        }

        var folder = main[..(main.LastIndexOf('/') + 1)];
        var targets = Targets($"{folder}_rels/{main[folder.Length..]}.rels", folder);
        var (tabs, countsFrom1904) = Tabs(main);
        using var styles = Part(PathOf(targets, "/styles"));
        using var texts = Part(PathOf(targets, "/sharedStrings"));
        var formats = CellFormats.Read(styles, countsFrom1904);
        var shared = SharedTexts.Read(texts);
        foreach (var (name, id, isHidden) in tabs)
        {
            var target = targets.FirstOrDefault(t => t.Id == id);
            if (target.Type?.EndsWith("/worksheet", StringComparison.Ordinal) == true)
            {
                using var part = Part(target.Path) ?? throw UnreadableSheetException.Because("import.damaged", target.Path);
                yield return new(name, isHidden, countsFrom1904, new Worksheet(part, shared, formats).Rows());
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => zip.Dispose();

    private static string? PathOf(List<(string Id, string Type, string Path)> targets, string type) =>
        targets.FirstOrDefault(t => t.Type.EndsWith(type, StringComparison.Ordinal)).Path;

    private (List<(string Name, string Id, bool IsHidden)> Tabs, bool CountsFrom1904) Tabs(string main)
    {
        using var part = Part(main) ?? throw UnreadableSheetException.Because("import.not-a-workbook");
        var tabs = new List<(string, string, bool)>();
        var countsFrom1904 = false;
        while (part.Read())
        {
            if (part.Opens && part.Name == "workbookPr")
            {
                countsFrom1904 = part["date1904"] is "1" or "true";
            }
            else if (part.Opens && part.Name == "sheet")
            {
                tabs.Add((part["name"] ?? "", part.Prefixed("id") ?? "", part["state"] is "hidden" or "veryHidden"));
            }
        }

        return (tabs, countsFrom1904);
    }

    private List<(string Id, string Type, string Path)> Targets(string path, string folder)
    {
        var targets = new List<(string, string, string)>();
        using var part = Part(path);
        while (part?.Read() == true)
        {
            if (part.Opens && part.Name == "Relationship" && part["Target"] is { } target && part["TargetMode"] != "External")
            {
                targets.Add((part["Id"] ?? "", part["Type"] ?? "", target.StartsWith('/') ? target[1..] : folder + target));
            }
        }

        return targets;
    }

    private PartReader? Part(string? path)
    {
        if (path is null || !parts.TryGetValue(path, out var entry))
        {
            return null;
        }

        try
        {
            return new(new BoundedStream(entry.Open(), budget), path);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            throw UnreadableSheetException.Because("import.damaged", path);
        }
    }

    /// <summary>How many directory entries the bytes hold, counted before anything is believed or allocated.</summary>
    private static int ZipEntries(Stream content)
    {
        var buffer = new byte[1 << 16];
        var kept = 0;
        var entries = 0;
        content.Position = 0;
        for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var seen = buffer.AsSpan(0, kept + read);
            entries += seen.Count("PK\u0001\u0002"u8);
            kept = Math.Min(3, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }

        content.Position = 0;
        return entries;
    }
}
