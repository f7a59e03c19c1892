using System.Globalization;

namespace DoubleRandom.Demo.County;

/// <summary>
/// Gives out demo credit codes, each once. Their organisation codes begin with MAX, MBX or MJX, series that no registrar had
/// reached when this was written, so that they are nobody's.
/// </summary>
/// <param name="division">Whose registrar gave them.</param>
/// <param name="series">The third letter of the organisation code: X for the directory, Y for the dirty file.</param>
/// <param name="chance">Where the series starts.</param>
internal sealed class DemoCodes(Jurisdiction division, string series, DemoChance chance)
{
    private const int Suffixes = 31 * 31 * 31 * 31 * 31;
    private const int Step = 7_919_177;
    private int suffix = chance.Below(Suffixes);
    private int legacy = 600_000_000;

    /// <summary>The next credit code: 91 enterprises, 92 households, 93 cooperatives, 12 public institutions, 51 and 52 social organisations.</summary>
    public CreditCode Next(string category)
    {
        suffix = (suffix + Step) % Suffixes;
        var letters = new char[5];
        for (var (i, rest) = (0, suffix); i < letters.Length; i++, rest /= CreditCode.Alphabet.Length)
        {
            letters[i] = CreditCode.Alphabet[rest % CreditCode.Alphabet.Length];
        }

        var registrar = category[0] switch { '1' => "MB", '5' => "MJ", _ => "MA" };
        return CreditCode.Compose(category, division, registrar + series + new string(letters));
    }

    /// <summary>The next 15-digit number of the time before credit codes.</summary>
    public SubjectCode NextLegacy()
    {
        legacy += 1 + chance.Below(900);
        return SubjectCode.Parse(division.Code + legacy.ToString(CultureInfo.InvariantCulture), null);
    }
}
