using System.Diagnostics.CodeAnalysis;

namespace DoubleRandom;

/// <summary>
/// The number a subject is known by [统一社会信用代码/注册号]: a credit code of GB 32100, or the 15-digit registration number that
/// came before it and still stands for it in old records.
/// </summary>
public readonly record struct SubjectCode : IParsable<SubjectCode>, IComparable<SubjectCode>
{
    /// <summary>Digits of a legacy number.</summary>
    public const int LegacyLength = 15;

    private readonly string? value;

    private SubjectCode(string value) => this.value = value;

    /// <summary>18 characters of a credit code, or 15 digits of a legacy number.</summary>
    public string Value => value ?? "";

    /// <summary>Whether it is a 15-digit registration number [注册号] of the time before credit codes.</summary>
    public bool IsLegacy => Value.Length == LegacyLength;

    /// <summary>The credit code, or null for a legacy number.</summary>
    public CreditCode? CreditCode => IsLegacy || value is null ? null : DoubleRandom.CreditCode.Parse(value, null);

    /// <summary>A credit code as a subject's number.</summary>
    public static SubjectCode Of(CreditCode code) => new(code.Value);

    /// <summary>Reads a credit code or a 15-digit legacy number, mended as <see cref="CreditCode.Normalise"/> does.</summary>
    /// <returns>The number, or the refusal of <see cref="CreditCode.Read"/>.</returns>
    public static Outcome<SubjectCode> Read(string? text)
    {
        var normal = DoubleRandom.CreditCode.Normalise(text);
        if (normal.Length == LegacyLength && normal.All(char.IsAsciiDigit))
        {
            return new SubjectCode(normal);
        }

        var code = DoubleRandom.CreditCode.Read(normal);
        return code.Refused(out var refusal) ? refusal : Of(code.Value);
    }

    /// <inheritdoc />
    public static SubjectCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException($"'{s}' is neither a credit code nor a legacy number.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SubjectCode result)
    {
        var read = Read(s);
        result = read.Refused(out _) ? default : read.Value;
        return result.value is not null;
    }

    /// <inheritdoc />
    public int CompareTo(SubjectCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
