namespace DoubleRandom.Access;

/// <summary>A password given once by the platform [初始密码]; its owner must change it at the first sign-in.</summary>
internal static class OneTimePassword
{
    /// <summary>Without 0 O 1 I l, which people mistake on paper.</summary>
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Four groups of four, e.g. <c>Kt7w-9mQx-Rb3e-Yh5n</c>, with capital, small letter and digit: 92 bits.</summary>
    public static string New(IChance chance)
    {
        while (true)
        {
            var text = string.Join('-', Enumerable.Range(0, 4).Select(_ => Group(chance)));
            if (text.Any(char.IsAsciiLetterUpper) && text.Any(char.IsAsciiLetterLower) && text.Any(char.IsAsciiDigit))
            {
                return text;
            }
        }
    }

    private static string Group(IChance chance) => string.Create(4, chance, static (group, chance) =>
    {
        Span<byte> one = stackalloc byte[1];
        for (var i = 0; i < group.Length; i++)
        {
            do
            {
                chance.Fill(one);
            }
            while (one[0] >= 256 / Letters.Length * Letters.Length);
            group[i] = Letters[one[0] % Letters.Length];
        }
    });
}
