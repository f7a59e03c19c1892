using System.Text;

namespace DoubleRandom.Sheets;

/// <summary>In which encoding a text file was saved: UTF-8, UTF-16 with its mark, or GB18030, each read strictly.</summary>
internal static class TextEncoding
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The first encoding in which every byte has its meaning and nothing is binary; null when there is none.</summary>
    public static Encoding? Of(Stream content)
    {
        Encoding[] candidates = Mark(content) switch
        {
            [0xFF, 0xFE] => [new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)],
            [0xFE, 0xFF] => [new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)],
            _ => [Utf8, Gb18030],
        };
        return candidates.FirstOrDefault(e => Fits(content, e));
    }

    /// <summary>A reader from the beginning of the file, past the byte order mark.</summary>
    public static StreamReader Reader(Stream content, Encoding encoding)
    {
        content.Position = 0;
        return new(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    }

    private static byte[] Mark(Stream content)
    {
        var mark = new byte[2];
        content.Position = 0;
        return content.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2 ? mark : [];
    }

    private static bool Fits(Stream content, Encoding encoding)
    {
        var bytes = new byte[1 << 15];
        var characters = new char[encoding.GetMaxCharCount(bytes.Length)];
        var decoder = encoding.GetDecoder();
        content.Position = 0;
        try
        {
            int read;
            do
            {
                read = content.Read(bytes);
                var count = decoder.GetChars(bytes.AsSpan(0, read), characters, flush: read == 0);
                if (IsBinary(characters.AsSpan(0, count)))
                {
                    return false;
                }
            }
            while (read > 0);

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // Text holds no control characters but tab, line ends and, from old printers, form feed and end of file.
    private static bool IsBinary(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\u0008') || text.ContainsAnyInRange('\u000E', '\u0019') || text.ContainsAnyInRange('\u001B', '\u001F');
}
