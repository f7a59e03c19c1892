using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DoubleRandom;

/// <summary>A share in basis points [万分数]: an integer from 0 to 10,000; 300 = 3 %.</summary>
public readonly record struct BasisPoints : IComparable<BasisPoints>
{
    private BasisPoints(int value) => Value = value;

    /// <summary>0 to 10,000.</summary>
    public int Value { get; }

    /// <summary>All of it: 100 %.</summary>
    public static BasisPoints All { get; } = new(10_000);

    /// <summary>A share from its whole number of basis points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 10,000.</exception>
    public static BasisPoints Of(int value) =>
        value is >= 0 and <= 10_000 ? new(value) : throw new ArgumentOutOfRangeException(nameof(value), value, "0 to 10,000");

    /// <summary>Reads what people type: <c>3%</c>, <c>3 %</c>, <c>0.5％</c>, <c>3</c> (per cent) with at most two decimals.</summary>
    public static bool TryParsePercent([NotNullWhen(true)] string? text, out BasisPoints share)
    {
        share = default;
        var number = text?.Normalize(System.Text.NormalizationForm.FormKC).Trim().TrimEnd('%').Trim();
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            || percent is < 0 or > 100 || percent * 100 != decimal.Truncate(percent * 100))
        {
            return false;
        }

        share = new((int)(percent * 100));
        return true;
    }

    /// <inheritdoc />
    public int CompareTo(BasisPoints other) => Value.CompareTo(other.Value);

    /// <summary>As per cent: 300 → <c>3%</c>, 50 → <c>0.5%</c>.</summary>
    public override string ToString() => (Value / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
