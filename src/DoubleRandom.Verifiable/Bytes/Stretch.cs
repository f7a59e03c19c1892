namespace DoubleRandom.Verifiable.Bytes;

/// <summary>A message within a larger run of bytes (一段字节).</summary>
/// <param name="Start">Offset of its first byte.</param>
/// <param name="Length">Bytes, 0 or more.</param>
public readonly record struct Stretch(int Start, int Length)
{
    /// <summary>Offset of the first byte after it.</summary>
    public int End => Start + Length;

    /// <summary>Its bytes.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> bytes) => bytes.Slice(Start, Length);
}
