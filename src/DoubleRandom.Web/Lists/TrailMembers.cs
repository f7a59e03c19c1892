using System.Text.Json;
using DoubleRandom.Audit;

namespace DoubleRandom.Web.Lists;

/// <summary>What one line of the trail changed, member by member [变更内容], in the words of the record's kind.</summary>
internal static class TrailMembers
{
    /// <summary>The changes; a member that is empty before and after is left out.</summary>
    /// <param name="line">The line.</param>
    /// <param name="named">Names each member: <c>field.Name</c>; null where it has no name.</param>
    /// <param name="shown">A member's value in words; "" for none, and for what nobody is shown.</param>
    public static IEnumerable<Change> Changes(AuditEntry line, Func<string, string?> named, Func<string, JsonElement, string> shown)
    {
        var (before, after) = (Read(line.Before, shown), Read(line.After, shown));
        return before.Keys.Union(after.Keys)
            .Select(member => new Change(named("field." + member) ?? member, before.GetValueOrDefault(member), after.GetValueOrDefault(member)))
            .Where(change => change.Before is not null || change.After is not null);
    }

    /// <summary>Every member in its order, so that changes stand in the order of the record; null where it shows nothing.</summary>
    private static Dictionary<string, string?> Read(string? json, Func<string, JsonElement, string> shown)
    {
        var read = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (json is null)
        {
            return read;
        }

        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            read["after"] = document.RootElement.ToString();
            return read;
        }

        foreach (var member in document.RootElement.EnumerateObject())
        {
            read[member.Name] = shown(member.Name, member.Value) is { Length: > 0 } value ? value : null;
        }

        return read;
    }
}
