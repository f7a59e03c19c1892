using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Draws;

namespace DoubleRandom.Web.Audit;

/// <summary>A line of the trail as it is read.</summary>
/// <param name="Line">The line.</param>
/// <param name="Record">What its record is called; its key where it has no other name.</param>
/// <param name="Changes">What it changed, one sentence each.</param>
public sealed record NamedLine(AuditEntry Line, string Record, IReadOnlyList<string> Changes);

/// <summary>Reads lines of the trail with the names of what they speak of instead of ids.</summary>
public sealed class NamedTrail(TrailReader trail, RecordNames records, IEnumerable<ITellsChanges> rooms)
{
    private readonly Dictionary<string, ITellsChanges> told = rooms.SelectMany(room => room.Kinds.Select(kind => (kind, room))).ToDictionary(own => own.kind, own => own.room, StringComparer.Ordinal);

    /// <summary>The lines asked for, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<NamedLine> Lines, int Total)> PageAsync(TrailQuery query, int page, int size, CancellationToken stop)
    {
        var (lines, total) = await trail.PageAsync(query, page, size, stop);
        var changes = lines.ConvertAll(line => (told.TryGetValue(line.Kind, out var room) ? room.Changes(line) : TrailWords.Changes(line)).ToArray());
        var names = await records.OfAsync(
            [.. lines.Select(KeyOf).Concat(changes.SelectMany(all => all).SelectMany(c => new[] { c.Before, c.After })).Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct()],
            stop);
        return ([.. lines.Zip(changes, (line, all) => new NamedLine(
            line,
            Called(line, names),
            [.. all.Select(c => TrailWords.Sentence(c with { Before = Named(c.Before, names, line), After = Named(c.After, names, line) }))]))], total);
    }

    /// <summary>Whom a visit goes to is not told before its result is public.</summary>
    private static bool TellsWhom(AuditEntry line) => !line.IsOf<Visit>();

    /// <summary>The record's own part of a key: an account's post is told under the account.</summary>
    private static string KeyOf(AuditEntry line) => line.Key.Split('/') is [var first, ..] && Guid.TryParse(first, out _) ? first : line.Key;

    /// <summary>The record's name; where it has none, its number or the end of its id. A file of a draw is told under the draw.</summary>
    private static string Called(AuditEntry line, IReadOnlyDictionary<Guid, string> names) =>
        Guid.TryParse(KeyOf(line), out var id) ? names.GetValueOrDefault(id) ?? TrailWords.Words.Say("record.id", line.Key[^6..])
        : line.IsOf<DrawFile>() ? line.Key[..line.Key.LastIndexOf('/')]
        : line.Key;

    private static string? Named(string? text, IReadOnlyDictionary<Guid, string> names, AuditEntry line) =>
        !Guid.TryParse(text, out var id) ? text
        : TellsWhom(line) && names.TryGetValue(id, out var name) ? name
        : TrailWords.Words.Say("record.id", text[^6..]);
}
