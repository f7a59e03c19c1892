using System.Diagnostics.CodeAnalysis;

namespace DoubleRandom.Access;

/// <summary>A member department of the joint supervision [成员部门]: one of the fifteen that the county's order names.</summary>
/// <remarks>The leading-group office organises and is no department: it never inspects (R20).</remarks>
public readonly record struct Department : IParsable<Department>, IComparable<Department>
{
    private static readonly Words Names = new(typeof(Department));
    private static readonly string[] Codes = ["SC", "FG", "JY", "GA", "RS", "HB", "ZJ", "JT", "NY", "SW", "WL", "WJ", "YJ", "SS", "TJ"];

    private readonly string? code;

    private Department(string code) => this.code = code;

    /// <summary>Two capital letters, as records and numbers carry them.</summary>
    public string Code => code ?? "";

    /// <summary>The name people know it by, in the language of the present request.</summary>
    public string Name => code is null ? "" : Names[code];

    /// <summary>Its Chinese name, as sheets carry it in whatever language the pages are.</summary>
    public string ChineseName => code is null ? "" : Names.InChinese(code);

    /// <summary>Market supervision [市场监管], which leads the joint conference.</summary>
    public static Department MarketSupervision { get; } = new("SC");

    /// <summary>All fifteen, in the order of the county's order.</summary>
    public static IReadOnlyList<Department> All { get; } = Codes.Select(code => new Department(code)).ToArray();

    /// <summary>Finds a department by code or by its Chinese name, with or without the word for bureau (局, 委).</summary>
    public static bool TryFind([NotNullWhen(true)] string? text, out Department department)
    {
        var sought = text?.Normalize(System.Text.NormalizationForm.FormKC).Trim().TrimEnd('局', '委') ?? "";
        department = All.FirstOrDefault(d => d.Code.Equals(sought, StringComparison.OrdinalIgnoreCase) || Names.InChinese(d.Code) == sought);
        return department.code is not null;
    }

    /// <inheritdoc />
    public static Department Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException($"'{s}' is no department code.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Department result)
    {
        result = All.FirstOrDefault(d => d.Code == s);
        return result.code is not null;
    }

    /// <inheritdoc />
    public int CompareTo(Department other) => string.CompareOrdinal(Code, other.Code);

    /// <inheritdoc />
    public override string ToString() => Code;
}
