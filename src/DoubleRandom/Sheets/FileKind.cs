using System.Text;

namespace DoubleRandom.Sheets;

/// <summary>What a file is by its first bytes; its name is not believed.</summary>
internal enum FileKind
{
    /// <summary>A ZIP, as XLSX is.</summary>
    Zip,

    /// <summary>A workbook locked by a password.</summary>
    Locked,

    /// <summary>A workbook of Excel 97–2003 [.xls].</summary>
    OldWorkbook,

    /// <summary>Another file of old office programs.</summary>
    OldOffice,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>A web page or other markup that calls itself a sheet.</summary>
    Markup,

    /// <summary>Anything else: text, if it can be read as text.</summary>
    Other,
}

/// <summary>Recognises files by their bytes.</summary>
internal static class FileKinds
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>What the file is; leaves the stream at its beginning.</summary>
    public static FileKind Of(Stream content)
    {
        var start = new byte[512];
        content.Position = 0;
        var head = start.AsSpan(0, content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        var text = head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head;
        var kind = head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) ? FileKind.Zip
            : head.StartsWith(Ole) ? OfOle(content)
            : head.StartsWith("%PDF-"u8) ? FileKind.Pdf
            : text.TrimStart(" \t\r\n"u8).StartsWith("<"u8) ? FileKind.Markup
            : FileKind.Other;
        content.Position = 0;
        return kind;
    }

    // The names of an OLE file's parts stand in its directory in UTF-16.
    private static FileKind OfOle(Stream content) =>
        Contains(content, Encoding.Unicode.GetBytes("EncryptedPackage")) ? FileKind.Locked
        : Contains(content, Encoding.Unicode.GetBytes("Workbook\0")) || Contains(content, Encoding.Unicode.GetBytes("Book\0")) ? FileKind.OldWorkbook
        : FileKind.OldOffice;

    private static bool Contains(Stream content, ReadOnlySpan<byte> wanted)
    {
        var buffer = new byte[1 << 16];
        var kept = 0;
        content.Position = 0;
        for (int read; (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var seen = buffer.AsSpan(0, kept + read);
            if (seen.IndexOf(wanted) >= 0)
            {
                return true;
            }

            kept = Math.Min(wanted.Length - 1, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }

        return false;
    }
}
