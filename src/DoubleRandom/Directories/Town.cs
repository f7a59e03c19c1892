namespace DoubleRandom.Directories;

/// <summary>A town [乡镇] of a county: nine digits of the national division code, the first six the county's.</summary>
/// <param name="Code">Nine digits.</param>
/// <param name="Name">Chinese name.</param>
public sealed record Town(string Code, string Name)
{
    private static readonly Words Names = new(typeof(Town));

    /// <summary>Menghai's eleven towns; the 黎明 farm has no code in the national table.</summary>
    private static readonly string[] Menghai =
    [
        "532822101", "532822102", "532822103", "532822104", "532822105", "532822106",
        "532822201", "532822202", "532822203", "532822204", "532822205",
    ];

    private static readonly Town[] Known = [.. Menghai.Select(code => new Town(code, Names.InChinese(code)))];

    /// <summary>The towns of a county in code order; empty for a county whose table is not in the product.</summary>
    public static IReadOnlyList<Town> Of(Jurisdiction county) =>
        [.. Known.Where(town => town.Code.StartsWith(county.Code, StringComparison.Ordinal))];

    /// <summary>
    /// Whether a code is a town of that county: one of its table; for a county whose table is not in the product, nine digits that begin
    /// with the county's six (GB/T 10114).
    /// </summary>
    public static bool IsOf(Jurisdiction county, string code) => Of(county) is { Count: > 0 } towns
        ? towns.Any(town => town.Code == code)
        : code.Length == 9 && code.StartsWith(county.Code, StringComparison.Ordinal) && code.All(char.IsAsciiDigit);

    /// <summary>Finds a county's town by code or by name; the words 镇 and 乡 and the nationality may be left out. Where the county's table is not in the product, by code only.</summary>
    public static Town? Find(Jurisdiction county, string? text)
    {
        var sought = text?.Normalize(System.Text.NormalizationForm.FormKC).Trim() ?? "";
        return Of(county).FirstOrDefault(town => town.Code == sought || town.Name == sought)
            ?? (sought.Length < 2 ? null : Of(county).FirstOrDefault(town => Short(town.Name) == Short(sought)))
            ?? (IsOf(county, sought) ? new Town(sought, sought) : null);
    }

    /// <summary>The name of a town code, or the code itself where the table does not know it.</summary>
    public static string NameOf(string? code) => Known.FirstOrDefault(town => town.Code == code)?.Name ?? code ?? "";

    private static string Short(string name) => name.TrimEnd('镇', '乡')
        .Replace("哈尼族布朗族", "", StringComparison.Ordinal)
        .Replace("布朗族", "", StringComparison.Ordinal)
        .Replace("哈尼族", "", StringComparison.Ordinal);
}
