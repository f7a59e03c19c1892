using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DoubleRandom.Storage;

/// <summary>
/// What no text of a database can hold [不可存字符] goes in as U+FFFD: the null character, which PostgreSQL refuses, and halves of surrogate pairs, which
/// are no character. So a text from outside finds nothing or is kept without them, and never ends an act; both databases do the same.
/// </summary>
internal sealed class StorableText : DbCommandInterceptor
{
    /// <inheritdoc />
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        foreach (DbParameter parameter in result.Parameters)
        {
            parameter.Value = parameter.Value switch
            {
                string text => Of(text),
                IList<string> texts when texts.Any(text => !ReferenceEquals(text, Of(text))) => texts.Select(Of).ToArray(),
                var other => other,
            };
        }

        return result;
    }

    /// <summary>The text as it is stored; the same one where nothing has to be replaced.</summary>
    internal static string Of(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return text;
        }

        var stored = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            stored.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return stored.ToString();
    }
}
