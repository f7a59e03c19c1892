namespace DoubleRandom.Sheets;

/// <summary>What all parts of one workbook may still inflate to, counted as bytes come out.</summary>
/// <param name="fileBytes">The size of the file itself.</param>
internal sealed class InflationBudget(long fileBytes)
{
    private long left = Math.Min(SheetLimits.InflatedBytes, Math.Max(SheetLimits.InflatedBytesAlways, fileBytes * SheetLimits.Ratio));

    /// <summary>Takes bytes off the budget.</summary>
    /// <exception cref="UnreadableSheetException">None are left.</exception>
    public void Spend(int bytes)
    {
        left -= bytes;
        if (left < 0)
        {
            throw UnreadableSheetException.Because("import.bomb");
        }
    }
}

/// <summary>
/// A part of a workbook as it inflates: bounded in size, and between two tags bounded too, so that no single name, attribute
/// or text can fill the memory before it is seen.
/// </summary>
internal sealed class BoundedStream(Stream inner, InflationBudget budget) : Stream
{
    private int sinceTag;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        budget.Spend(read);
        var first = buffer[..read].IndexOf((byte)'<');
        sinceTag += first < 0 ? read : first;
        if (sinceTag > SheetLimits.BytesBetweenTags)
        {
            throw UnreadableSheetException.Because("import.bomb");
        }

        sinceTag = first < 0 ? sinceTag : read - buffer[..read].LastIndexOf((byte)'<');
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
