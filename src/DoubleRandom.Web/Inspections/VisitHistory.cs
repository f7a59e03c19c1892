using System.Text.Json;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Inspections;
using DoubleRandom.Web.Assignments;
using DoubleRandom.Web.Audit;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Inspections;

/// <summary>The trail of a visit in words: each act with the state it moved and the reason it gave.</summary>
internal static class VisitHistory
{
    private static readonly Words Words = VisitText.Words;

    /// <summary>The acts, the latest first; one that moved the visit and a part of it at once is told once.</summary>
    public static IReadOnlyList<HistoryRow> Rows(IReadOnlyList<AuditEntry> trail)
    {
        var own = trail.Where(line => line.IsOf<Visit>()).Select(line => line.Act).ToHashSet(StringComparer.Ordinal);
        return [.. trail.Where(line => line.IsOf<Visit>() || !own.Contains(line.Act)).Select(line => new HistoryRow(
            line.At,
            line.Who,
            TrailWords.Act(line, Words),
            [
                .. line.IsOf<Visit>() ? Moved(line) : [],
                .. line.Reason is { Length: > 0 } why ? [new Change(Words["correct.why"], null, why)] : Array.Empty<Change>(),
            ]))];
    }

    private static IEnumerable<Change> Moved(AuditEntry line)
    {
        var (before, after) = (Find(line.Before, "State"), Find(line.After, "State"));
        if (after is not null)
        {
            yield return new Change(Words["col.state"], Name(before), Name(after));
        }

        if (Find(line.After, "CompletedOn") is { } completed && DateOnly.TryParse(completed, out var day))
        {
            yield return new Change(Words["result.completed"], DateOnly.TryParse(Find(line.Before, "CompletedOn"), out var former) ? Say.Date(former) : null, Say.Date(day));
        }
    }

    private static string? Name(string? state) => Choice.Chosen<VisitState>(state)?.Name();

    private static string? Find(string? json, string member)
    {
        if (json is null)
        {
            return null;
        }

        using var read = JsonDocument.Parse(json);
        return read.RootElement.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
