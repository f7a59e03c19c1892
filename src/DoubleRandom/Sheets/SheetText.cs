using System.Globalization;
using System.Text;

namespace DoubleRandom.Sheets;

/// <summary>How typed text is read: what a person does not see is taken away, what he sees is kept.</summary>
public static class SheetText
{
    private static readonly char[] Separators = ['、', ',', '，', ';', '；', '\n'];

    /// <summary>Text without what cannot be seen: control characters, zero-width marks, blanks at both ends. Line breaks inside stay.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
            && !text.AsSpan().ContainsAny('\u200B', '\u2060', '\uFEFF'))
        {
            return text.Trim();
        }

        var clean = new StringBuilder(text.Length);
        foreach (var c in text.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            _ = c is '\r' ? clean.Append('\n') : c is '\t' ? clean.Append(' ') : IsUnseen(c) ? clean : clean.Append(c);
        }

        return clean.ToString().Trim();
    }

    /// <summary>A code as it is judged: full-width letters and digits made half-width, capitals, no blanks.</summary>
    public static string Code(string text)
    {
        var code = new StringBuilder(text.Length);
        foreach (var c in Folded(text))
        {
            _ = char.IsWhiteSpace(c) || IsUnseen(c) ? code : code.Append(char.ToUpperInvariant(c));
        }

        return code.ToString();
    }

    /// <summary>The parts of a cell that names several, separated by 、 or , or ; or a line break; each once.</summary>
    public static IReadOnlyList<string> Parts(string text) =>
        [.. text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>Text with full-width forms made half-width; text that is not well-formed stays as it is.</summary>
    public static string Folded(string text) =>
        Ascii.IsValid(text) || !IsWellFormed(text) ? text : text.Normalize(NormalizationForm.FormKC);

    /// <summary>A header as it is compared: folded, without blanks, asterisks and notes in brackets: <c>所属乡镇（必填）*</c> → <c>所属乡镇</c>.</summary>
    public static string Header(string text)
    {
        var name = new StringBuilder(text.Length);
        var depth = 0;
        var code = Code(text);
        foreach (var c in code)
        {
            depth += c is '(' or '[' or '【' or '〔' ? 1 : 0;
            _ = depth > 0 || c is '*' or ':' ? name : name.Append(c);
            depth -= depth > 0 && c is ')' or ']' or '】' or '〕' ? 1 : 0;
        }

        return name.Length > 0 ? name.ToString() : code;
    }

    /// <summary>Whether a person sees nothing in it.</summary>
    internal static bool IsBlank(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !IsUnseen(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnseen(char c) => (c != '\n' && char.GetUnicodeCategory(c) == UnicodeCategory.Control) || c is '\u200B' or '\u2060' or '\uFEFF';

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return !text.Contains('\uFFFE', StringComparison.Ordinal) && !text.Contains('\uFFFF', StringComparison.Ordinal);
    }
}
