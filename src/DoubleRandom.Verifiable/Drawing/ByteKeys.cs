using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>Numbers short texts from 0 in the order in which they come (编号), found by their bytes without copying them.</summary>
internal sealed class ByteKeys
{
    /// <summary>So many are compared one by one sooner than looked up.</summary>
    private const int Few = 8;

    private readonly List<byte[]> texts = [];
    private readonly Dictionary<byte[], int> numbers = new(ByBytes.Instance);
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> lookup;

    public ByteKeys() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The texts in order.</summary>
    public IEnumerable<string> InOrder => texts.Select(Encoding.UTF8.GetString);

    /// <summary>The number of a text, or −1.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < Math.Min(Few, texts.Count); i++)
        {
            if (text.SequenceEqual(texts[i]))
            {
                return i;
            }
        }

        return texts.Count > Few && lookup.TryGetValue(text, out var number) ? number : -1;
    }

    /// <summary>The number of a text, a new one when it has none yet.</summary>
    public int NumberOf(ReadOnlySpan<byte> text)
    {
        var number = Find(text);
        if (number < 0)
        {
            number = texts.Count;
            texts.Add(text.ToArray());
            numbers.Add(texts[number], number);
        }

        return number;
    }

    private sealed class ByBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly ByBytes Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] text) => GetHashCode(text.AsSpan());

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> text)
        {
            unchecked
            {
                var hash = (uint)text.Length;
                foreach (var unit in text)
                {
                    hash = (hash ^ unit) * 16777619;
                }

                return (int)hash;
            }
        }
    }
}
