namespace DoubleRandom.Verifiable;

/// <summary>A file of lines that each end in a line feed (行文件, A.2).</summary>
internal static class LineFile
{
    /// <summary>The lines without their line feeds; an empty file has none. A last line without line feed is a fault.</summary>
    public static Answer<ReadOnlyMemory<byte>[]> Split(ReadOnlyMemory<byte> bytes)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        var rest = bytes;
        while (rest.Length > 0)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            if (end < 0)
            {
                return new Fault("file.last-line", "末行缺少换行符，文件可能被截断。", "The last line lacks its line feed; the file may be cut short.");
            }

            lines.Add(rest[..end]);
            rest = rest[(end + 1)..];
        }

        return lines.ToArray();
    }
}
