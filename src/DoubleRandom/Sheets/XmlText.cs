using System.Buffers;
using System.Globalization;
using System.Text;

namespace DoubleRandom.Sheets;

/// <summary>Characters that XML cannot hold, as workbooks write them: <c>_x0007_</c>; an underscore that would read so is <c>_x005F_</c>.</summary>
internal static class XmlText
{
    private static readonly SearchValues<char> Suspects =
        SearchValues.Create([.. Enumerable.Range(0, 32).Where(c => c is not ('\n' or '\t')).Select(c => (char)c), '_', '\uFFFE', '\uFFFF']);

    /// <summary>Text as a workbook holds it.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspects) < 0 && !HasSurrogates(text))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                _ = escaped.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' || (c < ' ' && c is not ('\n' or '\t')) || EscapeAt(text, i) >= 0)
            {
                _ = escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else
            {
                _ = escaped.Append(c);
            }
        }

        return escaped.ToString();
    }

    /// <summary>Text as a person sees it.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var escape = EscapeAt(text, i);
            _ = plain.Append(escape < 0 ? text[i] : (char)escape);
            i += escape < 0 ? 0 : 6;
        }

        return plain.ToString();
    }

    private static int EscapeAt(string text, int at) =>
        text[at] == '_' && at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_'
        && int.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : -1;

    private static bool HasSurrogates(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
}
