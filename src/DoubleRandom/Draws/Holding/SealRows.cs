using System.Text;
using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Plans;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Holding;

/// <summary>Writes what an attempt came to [密封入库]: log entry, result, drawn subjects, team places, task states; saved by the act's commit.</summary>
[PerRequest]
public sealed class SealRows(SupervisionDb db)
{
    /// <summary>Null, or <c>draw.task-not-planned</c> when a task was taken away meanwhile.</summary>
    internal async Task<Refusal?> WriteAsync(OpenCeremony open, FrozenLists lists, DrawOutcome outcome, CancellationToken stop)
    {
        var draw = open.Draw;
        var tasks = await db.Tasks.Where(t => draw.Tasks.Contains(t.Number)).ToListAsync(stop);
        if (draw.StageOf is null && tasks.Find(t => t.State != TaskState.Planned) is { } other)
        {
            return DrawRefusals.Of("draw.task-not-planned", "R8", other.Number, DrawRefusals.Words.Gap("task." + other.State));
        }

        draw.Seal(open.Pen.Write(open.Entry(outcome.Sealed)), db.Clock.Now(), outcome.Result.Selected.Count, outcome.Result.Bundles.Count);
        db.Add(new DrawFile
        {
            Jurisdiction = draw.Jurisdiction,
            Draw = draw.Number,
            Attempt = draw.Attempt,
            Name = DrawFile.Result,
            Bytes = outcome.ResultBytes.ToArray(),
        });
        if (draw.StageOf is { } first)
        {
            return outcome.Result.Bundles.Count == 0 ? null : await WriteStageAsync(open, first, outcome, stop);
        }

        tasks.ForEach(task => task.TakeDrawn());
        await AddSubjectsAsync(open, outcome, [], stop);
        await AddPlacesAsync(open, outcome, stop);
        return null;
    }

    /// <summary>A second stage takes over the subjects of the first draw that it found teams for; without teams they go on waiting there.</summary>
    private async Task<Refusal?> WriteStageAsync(OpenCeremony open, string first, DrawOutcome outcome, CancellationToken stop)
    {
        var rows = await db.DrawnSubjects.Where(d => d.Draw == first && d.Bundle == null && d.MatchedBy == null
            && db.Draws.Any(a => a.Number == first && a.Attempt == d.Attempt && a.State != DrawState.Voided)).ToListAsync(stop);
        // What was replaced since the commitment, for all tasks or for some, stays replaced.
        var matched = outcome.Result.Selected.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        rows.RemoveAll(r => !matched.Contains(r.SubjectCode));
        rows.ForEach(r => r.HandTo(open.Draw.Number));
        await AddSubjectsAsync(open, outcome, rows.ToDictionary(r => r.SubjectCode, StringComparer.Ordinal), stop);
        await AddPlacesAsync(open, outcome, stop);
        return null;
    }

    /// <summary>Ids of subjects by their codes.</summary>
    internal async Task<IReadOnlyDictionary<string, Id<Subject>>> SubjectIdsAsync(IReadOnlyList<string> codes, CancellationToken stop)
    {
        var ids = new Dictionary<string, Id<Subject>>(StringComparer.Ordinal);
        foreach (var some in codes.Chunk(500))
        {
            foreach (var subject in await db.Subjects.AsNoTracking().Where(s => some.Contains(s.Code)).Select(s => new { s.Code, s.Id }).ToListAsync(stop))
            {
                ids.Add(subject.Code, subject.Id);
            }
        }

        return ids;
    }

    private async Task AddSubjectsAsync(OpenCeremony open, DrawOutcome outcome, Dictionary<string, DrawnSubject> held, CancellationToken stop)
    {
        var (draw, selected) = (open.Draw, outcome.Result.Selected);
        var ids = await SubjectIdsAsync([.. selected.Select(s => s.Id)], stop);
        var bundles = outcome.Result.Bundles.SelectMany(b => b.Subjects.Select(s => (s, b.Id))).ToDictionary(p => p.s, p => p.Id, StringComparer.Ordinal);
        for (var i = 0; i < selected.Count; i++)
        {
            var proof = NoticeProof.For(draw.Number, draw.Attempt, draw.SealedIndex!.Value, outcome.SubjectOpenings, selected[i].Id).OrThrow();
            var first = held.GetValueOrDefault(selected[i].Id);
            var tasks = selected[i].Parts.Select(p => p.Part).Where(t => first is null || first.Tasks.Contains(t));
            db.Add(new DrawnSubject
            {
                Jurisdiction = draw.Jurisdiction,
                Draw = draw.Number,
                Attempt = draw.Attempt,
                Subject = ids[selected[i].Id],
                SubjectCode = selected[i].Id,
                Place = i + 1,
                Batch = selected[i].Batch,
                Bundle = bundles.GetValueOrDefault(selected[i].Id),
                IsReplaced = first is { IsReplaced: true },
                Items = [.. first is null ? selected[i].Items : selected[i].Items.Intersect(first.Items)],
                Tasks = [.. tasks],
                NoticeProof = Encoding.UTF8.GetString(proof.ToBytes()),
            });
        }
    }

    private async Task AddPlacesAsync(OpenCeremony open, DrawOutcome outcome, CancellationToken stop)
    {
        var ids = await db.Inspectors.AsNoTracking().ToDictionaryAsync(i => i.Number, i => i.Id, StringComparer.Ordinal, stop);
        db.AddRange(outcome.Result.Bundles.SelectMany(bundle => bundle.Team.Select(member => new TeamPlace
        {
            Jurisdiction = open.Draw.Jurisdiction,
            Draw = open.Draw.Number,
            Attempt = open.Draw.Attempt,
            Slot = member.Slot,
            Bundle = bundle.Id,
            Department = Department.Parse(member.Department, null),
            IsLeader = member.IsLeader,
            Matched = ids[member.Inspector],
            Holder = ids[member.Inspector],
        })));
    }
}
