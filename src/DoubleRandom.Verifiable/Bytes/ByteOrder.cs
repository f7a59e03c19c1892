namespace DoubleRandom.Verifiable.Bytes;

/// <summary>
/// The order of texts by their UTF-8 bytes (字节序), the only order of texts in the record (A.1). It differs from
/// UTF-16 order where a surrogate pair meets a character above U+D7FF.
/// </summary>
internal sealed class ByteOrder : IComparer<string>
{
    public static readonly ByteOrder Instance = new();

    private ByteOrder()
    {
    }

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x;
        ReadOnlySpan<char> right = y;
        var common = left.CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        return Rank(left[common]).CompareTo(Rank(right[common]));
    }

    /// <summary>True when every text is greater than the one before it.</summary>
    public static bool IsAscending(IReadOnlyList<string> texts)
    {
        for (var i = 1; i < texts.Count; i++)
        {
            if (Instance.Compare(texts[i - 1], texts[i]) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A surrogate stands for a code point above U+FFFF, so it ranks after every other unit.</summary>
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
