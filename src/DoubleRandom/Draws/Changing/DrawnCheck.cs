using DoubleRandom.Access;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Changing;

/// <summary>
/// Compares the rows of drawn subjects and teams with the attempt computed again [抽中名单核对]: what is handed out is what was drawn, also
/// where somebody has changed the tables by hand.
/// </summary>
[PerRequest]
public sealed class DrawnCheck(SupervisionDb db, Ceremony ceremony, DrawReplay replay)
{
    /// <summary>
    /// Null, or no right, <c>draw.no-such</c>, <c>draw.not-sealed</c>, <c>draw.differs-from-log</c>, <c>log.…</c>, <c>secrets.…</c>. Reads the server secret,
    /// which the trail shows; so it is called before the act changes rows.
    /// </summary>
    public async Task<Refusal?> RunAsync(Actor actor, string number, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.ReleaseVisits) is { } no)
        {
            return no;
        }

        if ((await StandingAsync(actor, number, stop)).Refused(out no, out var found))
        {
            return no;
        }

        var (open, replayed, standing) = found;
        if (open.Draw.StageOf is { } first)
        {
            if ((await StandingAsync(actor, first, stop)).Refused(out no, out var root))
            {
                return no;
            }

            standing = Within(standing, root.Standing);
        }

        var place = await SubjectDifferenceAsync(open.Draw, standing, stop) ?? await TeamDifferenceAsync(open.Draw, replayed, stop);
        return place is null ? null : DrawRefusals.Of("draw.differs-from-log", null, open.Draw.Ceremony, place);
    }

    private async Task<Outcome<(OpenCeremony Open, Replayed Replayed, IReadOnlyDictionary<string, StandingSubject> Standing)>> StandingAsync(
        Actor actor, string number, CancellationToken stop)
    {
        var opened = await ceremony.OpenAsync(actor, number, stop);
        if (opened.Refused(out var no))
        {
            return no;
        }

        if (!opened.Value.Draw.Counts)
        {
            return DrawRefusals.Of("draw.not-sealed", null, DrawRefusals.Words.Gap("state." + opened.Value.Draw.State));
        }

        var replayed = await replay.RunAsync(opened.Value, stop);
        return replayed.Refused(out no) ? no : (opened.Value, replayed.Value, StandingSubject.Of(opened.Value, replayed.Value));
    }

    /// <summary>Of a second stage's subjects, what the first draw still asks for.</summary>
    private static Dictionary<string, StandingSubject> Within(
        IReadOnlyDictionary<string, StandingSubject> stage, IReadOnlyDictionary<string, StandingSubject> first) => stage.Values
        .Where(s => first.ContainsKey(s.Code))
        .Select(s => s with { Tasks = s.Tasks.Intersect(first[s.Code].Tasks).ToHashSet(), Items = s.Items.Intersect(first[s.Code].Items).ToHashSet() })
        .Where(s => s.Tasks.Count > 0)
        .ToDictionary(s => s.Code, StringComparer.Ordinal);

    /// <summary>Code of the first subject whose row says something else than the record, is missing, or is one too many.</summary>
    private async Task<string?> SubjectDifferenceAsync(Draw draw, IReadOnlyDictionary<string, StandingSubject> standing, CancellationToken stop)
    {
        var rows = await db.DrawnSubjects.AsNoTracking().Where(d => d.Draw == draw.Number && d.Attempt == draw.Attempt && !d.IsReplaced).ToListAsync(stop);
        var codes = await CodesAsync(rows, stop);
        var stages = (await db.DrawnSubjects.AsNoTracking().Where(d => d.Draw.StartsWith(draw.Number + "-m")).Select(d => new { d.Draw, d.SubjectCode }).ToListAsync(stop))
            .Select(d => (d.Draw, d.SubjectCode)).ToHashSet();
        return rows.Find(row => !IsAsRecorded(row))?.SubjectCode
            ?? standing.Keys.Except(rows.Select(r => r.SubjectCode), StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault();

        bool IsAsRecorded(DrawnSubject row) => standing.TryGetValue(row.SubjectCode, out var said)
            && codes.GetValueOrDefault(row.Subject) == row.SubjectCode
            && said.Tasks.SetEquals(row.Tasks) && said.Items.SetEquals(row.Items)
            && said.Bundle == row.Bundle
            && (row.MatchedBy is not { } stage || stages.Contains((stage, row.SubjectCode)));
    }

    private async Task<Dictionary<Id<Directories.Subject>, string>> CodesAsync(List<DrawnSubject> rows, CancellationToken stop)
    {
        var ids = rows.ConvertAll(r => r.Subject);
        return await db.Subjects.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Code, stop);
    }

    /// <summary>The first slot held by somebody else than the record says.</summary>
    private async Task<string?> TeamDifferenceAsync(Draw draw, Replayed replayed, CancellationToken stop)
    {
        var said = replayed.Ledger.Teams.SelectMany(b => b.Team).ToDictionary(m => m.Slot, m => m.Inspector, StringComparer.Ordinal);
        var held = (await (
            from place in db.TeamPlaces.AsNoTracking()
            join inspector in db.Inspectors on place.Holder equals inspector.Id
            where place.Draw == draw.Number && place.Attempt == draw.Attempt
            select new { place.Slot, inspector.Number }).ToListAsync(stop)).ToDictionary(p => p.Slot, p => p.Number, StringComparer.Ordinal);
        return said.Where(s => held.GetValueOrDefault(s.Key) != s.Value).Select(s => s.Key)
            .Concat(held.Keys.Except(said.Keys, StringComparer.Ordinal))
            .Order(StringComparer.Ordinal).FirstOrDefault();
    }
}
