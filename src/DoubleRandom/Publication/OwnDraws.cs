using DoubleRandom.Draws;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Publication;

/// <summary>How a subject stood in one part of a draw.</summary>
/// <param name="Task">Number of the task.</param>
/// <param name="Name">Its name.</param>
/// <param name="Eligible">Subjects that took part in the same stratum.</param>
/// <param name="Quota">How many of them were to be drawn.</param>
/// <param name="Rank">The subject's rank, where it was drawn; from 1.</param>
/// <param name="GreatestDrawn">The greatest ticket drawn there, hex; null where nobody was drawn.</param>
public sealed record OwnPart(string Task, string Name, int Eligible, int Quota, int? Rank, string? GreatestDrawn)
{
    /// <summary>Its chance of being drawn.</summary>
    public BasisPoints Chance => BasisPoints.Of((int)(Quota * 10_000L / Eligible));
}

/// <summary>An item that would have applied, and why it was left out for this subject.</summary>
public sealed record OwnSkip(string Item, string Reason);

/// <summary>What the public record of one attempt tells about one subject.</summary>
/// <param name="Number">The draw's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Attempt">The attempt, from 1.</param>
/// <param name="IsVoided">Whether the attempt was voided, so that nothing came of it.</param>
/// <param name="At">When it was drawn, or committed where it never was. UTC.</param>
/// <param name="IsListed">Whether the subject stood in the frozen list at all.</param>
/// <param name="Excluded">Why it took no part; null when it did.</param>
/// <param name="Ticket">Its ticket, hex; null where there was no draw.</param>
/// <param name="IsDrawn">Whether it was drawn.</param>
/// <param name="IsAdded">Whether a supplement or a replacement added it afterwards.</param>
/// <param name="IsReplaced">Whether another stands in for it.</param>
/// <param name="Parts">The parts it took part in.</param>
/// <param name="Items">Names of the items it was drawn for.</param>
/// <param name="Skipped">Items left out for it.</param>
public sealed record OwnPlace(
    string Number, string Title, int Attempt, bool IsVoided, DateTimeOffset At, bool IsListed, string? Excluded, string? Ticket,
    bool IsDrawn, bool IsAdded, bool IsReplaced, IReadOnlyList<OwnPart> Parts, IReadOnlyList<string> Items, IReadOnlyList<OwnSkip> Skipped);

/// <summary>Everything the public records tell about one subject.</summary>
/// <param name="Code">The code asked for.</param>
/// <param name="Places">One for each opened attempt, the newest first.</param>
/// <param name="Pending">Draws not opened yet; of them nothing is told about anybody.</param>
public sealed record OwnDraws(string Code, IReadOnlyList<OwnPlace> Places, IReadOnlyList<PublicDraw> Pending);

/// <summary>A business finds itself [企业自查]: in which pools it stood, with what chance, whether it was drawn and why not.</summary>
[PerRequest]
public sealed class OwnDrawsReader(SupervisionDb db, DrawRegister register, OpenRecordMemory memory)
{
    /// <summary>
    /// What the records of opened draws tell about the subject of that code; null where no record could have such a code. Nothing is told of
    /// draws not opened yet.
    /// </summary>
    public async Task<OwnDraws?> FindAsync(string code, CancellationToken stop = default)
    {
        if (!RecordId.IsValid(code))
        {
            return null;
        }

        var cosigned = await DrawWaitReader.CosignedSizeAsync(db, stop);
        var attempts = await db.Draws.AsNoTracking().Where(d => d.OpenedIndex != null && d.OpenedIndex < cosigned && d.StageOf == null)
            .OrderByDescending(d => d.CommittedAt).ThenByDescending(d => d.Attempt).ToListAsync(stop);
        var records = new OpenRecords(db, memory);
        var tasks = await db.Tasks.AsNoTracking().ToDictionaryAsync(t => t.Number, t => t.Name, StringComparer.Ordinal, stop);
        var items = await db.Items.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Name, StringComparer.Ordinal, stop);
        var drawn = (await db.DrawnSubjects.AsNoTracking().Where(d => d.SubjectCode == code).ToListAsync(stop)).ToDictionary(d => (d.Draw, d.Attempt));
        var places = new List<OwnPlace>();
        foreach (var attempt in attempts)
        {
            places.Add(PlaceIn(attempt, await records.OfAsync(attempt, stop), code, drawn.GetValueOrDefault((attempt.Number, attempt.Attempt)), tasks, items));
        }

        return new OwnDraws(code, places, [.. (await register.ListAsync(stop)).Where(d => d.OpenedAt is null)]);
    }

    private static OwnPlace PlaceIn(
        Draw attempt, OpenRecord record, string code, DrawnSubject? row, Dictionary<string, string> tasks, Dictionary<string, string> items)
    {
        var line = record.LineOf(code);
        var selected = record.Selected(code);
        var parts = line is null ? [] : record.Commit.Parts.Where(p => p.Includes(line)).Select(part =>
        {
            var stratum = part.QuotaTable.Rows.First(r => r.Stratum == part.StratumOf(line));
            return new OwnPart(
                part.Id, tasks.GetValueOrDefault(part.Id, part.Id), stratum.Eligible, stratum.Quota,
                selected?.Parts.FirstOrDefault(p => p.Part == part.Id)?.Rank, record.GreatestDrawn(part.Id, stratum.Stratum)?.ToString());
        });
        return new OwnPlace(
            attempt.Number, attempt.Title, attempt.Attempt, attempt.State == DrawState.Voided, attempt.SealedAt ?? attempt.CommittedAt,
            line is not null,
            line is { TakesPart: false } ? ExclusionReason.Say(line.Exclusion) : null,
            line is { TakesPart: true } ? record.TicketOf(code)?.ToString() : null,
            selected is not null || row is not null,
            selected is null && row is not null,
            row is { IsReplaced: true },
            [.. parts],
            [.. (row?.Items ?? selected?.Items ?? []).Select(i => items.GetValueOrDefault(i, i))],
            [.. (line?.Skipped ?? new Dictionary<string, string>()).Select(s => new OwnSkip(items.GetValueOrDefault(s.Key, s.Key), ExclusionReason.Say(s.Value)))]);
    }
}
