using System.Diagnostics.CodeAnalysis;

namespace DoubleRandom;

/// <summary>An administrative division [区划] that owns its data: six digits of GB/T 2260, e.g. 532822 for Menghai County.</summary>
public readonly record struct Jurisdiction : IParsable<Jurisdiction>, IComparable<Jurisdiction>
{
    private readonly string? code;

    private Jurisdiction(string code) => this.code = code;

    /// <summary>The six digits.</summary>
    public string Code => code ?? "";

    /// <inheritdoc />
    public static Jurisdiction Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException($"'{s}' is not a six-digit division code.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Jurisdiction result)
    {
        var valid = s is { Length: 6 } && s.All(char.IsAsciiDigit) && s[0] != '0';
        result = valid ? new Jurisdiction(s!) : default;
        return valid;
    }

    /// <inheritdoc />
    public int CompareTo(Jurisdiction other) => string.CompareOrdinal(Code, other.Code);

    /// <inheritdoc />
    public override string ToString() => Code;
}
