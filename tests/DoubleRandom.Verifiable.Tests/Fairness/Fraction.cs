namespace DoubleRandom.Verifiable.Tests.Fairness;

/// <summary>An exact number, in lowest terms, its denominator positive; what does not fit 128 bits throws.</summary>
internal readonly record struct Fraction
{
    public Fraction(Int128 numerator, Int128 denominator)
    {
        var common = Common(Int128.Abs(numerator), denominator);
        (Numerator, Denominator) = (numerator / common, denominator / common);
    }

    public Int128 Numerator { get; }

    public Int128 Denominator { get; }

    public double Value => (double)Numerator / (double)Denominator;

    public static Fraction operator +(Fraction a, Fraction b) =>
        checked(new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator));

    /// <summary>The least number that both denominators divide.</summary>
    public static Int128 CommonMultiple(Int128 a, Int128 b) => checked(a / Common(a, b) * b);

    private static Int128 Common(Int128 a, Int128 b) => b == 0 ? a : Common(b, a % b);
}
