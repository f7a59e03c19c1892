using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace DoubleRandom.Verifiable.Bytes;

/// <summary>
/// Thirty-two bytes of the record (三十二字节值): a hash, ticket, key, seed, secret or nonce. Ordered as one big-endian
/// number; written as 64 lower-case hex digits (A.1).
/// </summary>
public readonly record struct Bytes32 : IComparable<Bytes32>
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;
    private readonly ulong fourth;

    /// <summary>Takes exactly 32 bytes.</summary>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Bytes32(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException("Thirty-two bytes are needed.", nameof(bytes));
        }

        first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>Takes eight big-endian words, as a hash leaves them.</summary>
    internal Bytes32(uint a, uint b, uint c, uint d, uint e, uint f, uint g, uint h) =>
        (first, second, third, fourth) = (((ulong)a << 32) | b, ((ulong)c << 32) | d, ((ulong)e << 32) | f, ((ulong)g << 32) | h);

    /// <summary>The first eight bytes as a big-endian number.</summary>
    public ulong Leading => first;

    /// <summary>Reads 64 lower-case hex digits; anything else is refused.</summary>
    public static bool TryParse(string? hex, out Bytes32 value)
    {
        value = default;
        if (!Hex.TryDecode(hex, Length, out var bytes))
        {
            return false;
        }

        value = new Bytes32(bytes);
        return true;
    }

    /// <summary>Reads 64 lower-case hex digits.</summary>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static Bytes32 Parse(string hex) =>
        TryParse(hex, out var value) ? value : throw new FormatException("64 lower-case hex digits are needed.");

    /// <summary>Writes the 32 bytes to the start of <paramref name="target"/>.</summary>
    public void CopyTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt64BigEndian(target, first);
        BinaryPrimitives.WriteUInt64BigEndian(target[8..], second);
        BinaryPrimitives.WriteUInt64BigEndian(target[16..], third);
        BinaryPrimitives.WriteUInt64BigEndian(target[24..], fourth);
    }

    /// <summary>One of the eight big-endian words.</summary>
    internal uint Word(int index)
    {
        var pair = index < 4 ? (index < 2 ? first : second) : (index < 6 ? third : fourth);
        return unchecked((uint)(index % 2 == 0 ? pair >> 32 : pair));
    }

    /// <summary>A fresh array of the 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Big-endian number order, which is byte order.</summary>
    public int CompareTo(Bytes32 other)
    {
        var order = first.CompareTo(other.first);
        order = order != 0 ? order : second.CompareTo(other.second);
        order = order != 0 ? order : third.CompareTo(other.third);
        return order != 0 ? order : fourth.CompareTo(other.fourth);
    }

    /// <summary>64 lower-case hex digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
