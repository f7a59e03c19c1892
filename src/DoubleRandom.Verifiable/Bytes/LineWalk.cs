namespace DoubleRandom.Verifiable.Bytes;

/// <summary>Goes from line to line through bytes whose every line ends in a line feed.</summary>
internal ref struct LineWalk(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    /// <summary>The next line without its line feed; false after the last. A line feed too few is a bug of the caller.</summary>
    public bool Next(out Stretch line)
    {
        line = default;
        if (at == bytes.Length)
        {
            return false;
        }

        var length = bytes[at..].IndexOf((byte)'\n');
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        line = new Stretch(at, length);
        at += length + 1;
        return true;
    }
}
