using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace DoubleRandom;

/// <summary>
/// A unified social credit code [统一社会信用代码] of GB 32100-2015: 18 characters out of 31, e.g. <c>91532822MA6K1A2B1J</c>.
/// One that exists has the right check character.
/// </summary>
public readonly record struct CreditCode : IParsable<CreditCode>, IComparable<CreditCode>
{
    /// <summary>The 31 characters: digits, and capital letters without I, O, S, V, Z.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>Characters of a credit code.</summary>
    public const int Length = 18;

    private const int OrganisationStart = 8;
    private const int OrganisationLength = 9;
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);
    private static readonly Words Words = new(typeof(CreditCode));

    private readonly string? value;

    private CreditCode(string value) => this.value = value;

    /// <summary>The 18 characters.</summary>
    public string Value => value ?? "";

    /// <summary>Who registered it and what it is (characters 1–2): 91 enterprise, 92 individual household, 93 farmers' cooperative, 12 public institution.</summary>
    public string Category => Value[..2];

    /// <summary>The division of the office that registered it (characters 3–8).</summary>
    public string Division => Value[2..OrganisationStart];

    /// <summary>The organisation code [组织机构代码] inside it (characters 9–17).</summary>
    public string OrganisationCode => Value.Substring(OrganisationStart, OrganisationLength);

    /// <summary>
    /// Whether the organisation code's own check character of GB 11714 holds. Codes in use break it, so a false one is a
    /// warning, never an error.
    /// </summary>
    public bool OrganisationCheckHolds => OrganisationCode[^1] == OrganisationCheck(OrganisationCode.AsSpan(0, OrganisationLength - 1));

    /// <summary>Reads what people type and sheets hold: full width, lower case, spaces and hyphens are mended before the code is judged.</summary>
    /// <returns>The code, or the refusal <c>credit-code.empty</c>, <c>.number</c> (a spreadsheet made it a number), <c>.letter</c>, <c>.length</c> or <c>.check</c>.</returns>
    public static Outcome<CreditCode> Read(string? text)
    {
        var code = Normalise(text);
        return code.Length == 0
            ? Words.Refuse("credit-code.empty", null)
            : Fault(code) is { } refusal ? refusal : new CreditCode(code);
    }

    /// <summary>Composes the code of a new demo entity; both check characters are computed.</summary>
    /// <param name="category">Characters 1–2, e.g. <c>91</c>.</param>
    /// <param name="division">Characters 3–8.</param>
    /// <param name="organisationCode">Characters 9–16: the organisation code without its check character.</param>
    /// <exception cref="ArgumentException">A part has another length, or a character outside the alphabet.</exception>
    public static CreditCode Compose(string category, Jurisdiction division, string organisationCode)
    {
        var body = category + division.Code + organisationCode;
        if (category.Length != 2 || organisationCode.Length != OrganisationLength - 1 || body.AsSpan().ContainsAnyExcept(Letters))
        {
            throw new ArgumentException($"'{category}', '{division}', '{organisationCode}' do not make a credit code.", nameof(organisationCode));
        }

        body += OrganisationCheck(organisationCode);
        return new CreditCode(body + CheckCharacter(body));
    }

    /// <summary>The text in the form that is judged: half width, capitals, without spaces, hyphens and invisible characters.</summary>
    public static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var kept = new StringBuilder(text.Length);
        foreach (var letter in Compatible(text))
        {
            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter)
                && char.GetUnicodeCategory(letter) is not (UnicodeCategory.DashPunctuation or UnicodeCategory.Format)
                && letter != '\u2212')
            {
                kept.Append(char.ToUpperInvariant(letter));
            }
        }

        return kept.ToString();
    }

    /// <inheritdoc />
    public static CreditCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException($"'{s}' is not a credit code of GB 32100.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CreditCode result)
    {
        var read = Read(s);
        result = read.Refused(out _) ? default : read.Value;
        return result.value is not null;
    }

    /// <inheritdoc />
    public int CompareTo(CreditCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value;

    private static Refusal? Fault(string code)
    {
        if (LooksLikeANumber(code))
        {
            return Words.Refuse("credit-code.number", null, code);
        }

        var wrong = code.AsSpan().IndexOfAnyExcept(Letters);
        if (wrong >= 0)
        {
            return Alike(code[wrong]) is { } likely
                ? Words.Refuse("credit-code.letter-alike", null, code, wrong + 1, code[wrong], likely)
                : Words.Refuse("credit-code.letter", null, code, wrong + 1, code[wrong]);
        }

        if (code.Length != Length)
        {
            return Words.Refuse("credit-code.length", null, code, code.Length);
        }

        var expected = CheckCharacter(code.AsSpan(0, Length - 1));
        return code[^1] == expected ? null : Words.Refuse("credit-code.check", null, code, code[^1], expected);
    }

    /// <summary>An 18-digit number that a spreadsheet rounded and shows as 9.15328E+17: its last digits are lost for good.</summary>
    private static bool LooksLikeANumber(string code) =>
        code.Contains('.', StringComparison.Ordinal) && code[0] is >= '0' and <= '9' && code.All(c => c is (>= '0' and <= '9') or '.' or 'E' or '+');

    private static char? Alike(char letter) => letter switch { 'I' => '1', 'O' => '0', 'Z' => '2', 'S' => '5', 'V' => 'U', _ => null };

    private static char CheckCharacter(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Alphabet.IndexOf(body[i], StringComparison.Ordinal) * Weights[i];
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    private static char OrganisationCheck(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < OrganisationWeights.Length; i++)
        {
            sum += (char.IsAsciiDigit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10) * OrganisationWeights[i];
        }

        return (11 - (sum % 11)) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }

    /// <summary>Full width to half width; half of a surrogate pair, which has no such form, stays as it is.</summary>
    private static string Compatible(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
