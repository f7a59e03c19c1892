using System.Globalization;

namespace DoubleRandom.Verifiable.Bytes;

/// <summary>
/// One field of a tagged hash (标签散列的一个字段, A.1): a text is its UTF-8, an integer its decimal digits, everything
/// else its raw bytes.
/// </summary>
/// <param name="Bytes">The field's bytes.</param>
public readonly record struct Field(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>A text field.</summary>
    public static implicit operator Field(string text) => new(CanonicalBytes.Utf8Of(text));

    /// <summary>An integer field.</summary>
    public static implicit operator Field(int number) => new(CanonicalBytes.Utf8Of(number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A field of 32 raw bytes.</summary>
    public static implicit operator Field(Bytes32 bytes) => new(bytes.ToArray());

    /// <summary>A field of raw bytes.</summary>
    public static implicit operator Field(byte[] bytes) => new(bytes);
}
