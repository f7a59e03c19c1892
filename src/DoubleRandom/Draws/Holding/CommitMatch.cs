using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Lists;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Holding;

/// <summary>A second stage that is wanted.</summary>
/// <param name="Number">The sealed draw whose subjects have no team.</param>
public sealed record MatchWish(string Number)
{
    /// <summary>Teams and dates.</summary>
    public DrawSettings Settings { get; init; } = new();

    /// <summary>Whom the guests stand for.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];
}

/// <summary>
/// Commits to the second stage of a sealed draw [二次匹配]: a draw of its own number, secret and contributions, whose roster is every subject
/// that has no team yet (supplements, who stand in, all when inspectors were short) and whose quota is everything. Inspectors who became known
/// only after the first seal can be matched by it, because nobody knows its seed.
/// </summary>
[PerRequest]
public sealed class CommitMatch(SupervisionDb db, DrawPreparation preparation, CommitWriter writing, TimeProvider clock)
{
    /// <summary>
    /// Refused: no right, <c>draw.no-such</c>, <c>draw.not-sealed</c>, <c>draw.second-stage</c>, <c>draw.nobody-waits</c>, <c>draw.settings</c>,
    /// <c>draw.period-over</c>, and as <see cref="CommitDraw"/>.
    /// </summary>
    public async Task<Outcome<DrawKey>> RunAsync(Actor actor, MatchWish wish, CancellationToken stop = default)
    {
        if ((actor.Refuse(Right.HoldDraws) ?? Refusal.Of([.. DrawScopeReader.Faults(new DrawWish { Settings = wish.Settings, Guests = wish.Guests }, clock)])) is { } no)
        {
            return no;
        }

        var first = await db.Draws.AsNoTracking().Where(d => d.Number == wish.Number).OrderByDescending(d => d.Attempt).FirstOrDefaultAsync(stop);
        if (first is not { State: DrawState.Sealed or DrawState.Opened, StageOf: null })
        {
            return first is null ? DrawRefusals.Of("draw.no-such", null, wish.Number)
                : first.StageOf is { } root ? DrawRefusals.Of("draw.second-stage", null, root)
                : DrawRefusals.Of("draw.not-sealed", null, DrawRefusals.Words.Gap("state." + first.State));
        }

        if (first.IsVoidPending)
        {
            return DrawRefusals.Of("draw.void-decided", null, first.Attempt);
        }

        var waiting = await Waiting(db, first).OrderBy(d => d.Place).ToListAsync(stop);
        if (waiting.Count == 0)
        {
            return DrawRefusals.Of("draw.nobody-waits", null, first.Number);
        }

        var stages = await db.Draws.AsNoTracking().Where(d => d.StageOf == first.Number).ToListAsync(stop);
        var latest = stages.OrderByDescending(d => d.CommittedAt).ThenByDescending(d => d.Attempt).FirstOrDefault();
        if (latest is { State: not (DrawState.Voided or DrawState.Sealed or DrawState.Opened) })
        {
            return CommitWriter.AlreadyCommitted(latest);
        }

        if (latest is { State: DrawState.Voided, OpenedIndex: null })
        {
            return DrawRefusals.Of("draw.former-not-opened", null, latest.Attempt);
        }

        var former = latest is { State: DrawState.Voided } ? latest : null;
        var commitment = new Commitment(former?.Number ?? $"{first.Number}-m{stages.DistinctBy(d => d.Number).Count() + 1}", DrawKind.Match, null)
        {
            Former = former,
            StageOf = first.Number,
            Guests = wish.Guests,
            OpenBy = wish.Settings.OpenBy,
            Act = new Act("draw.match-committed"),
        };
        return await writing.RunAsync(actor, commitment, salts => PrepareAsync(first, waiting, wish, salts, stop), stop);
    }

    /// <summary>The subjects of a sealed attempt that stand and have no team.</summary>
    internal static IQueryable<DrawnSubject> Waiting(SupervisionDb db, Draw first) => db.DrawnSubjects.AsNoTracking()
        .Where(d => d.Draw == first.Number && d.Attempt == first.Attempt && d.Bundle == null && d.MatchedBy == null && !d.IsReplaced);

    private async Task<Outcome<PreparedDraw>> PrepareAsync(Draw first, List<DrawnSubject> waiting, MatchWish wish, LineSalts salts, CancellationToken stop)
    {
        var tasks = await db.Tasks.AsNoTracking().Where(t => first.Tasks.Contains(t.Number)).OrderBy(t => t.Number).ToListAsync(stop);
        var codes = tasks.SelectMany(t => t.Items).ToArray();
        var items = await db.Items.AsNoTracking().Where(i => codes.Contains(i.Code)).ToDictionaryAsync(i => i.Code, StringComparer.Ordinal, stop);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Number == first.PlanNumber, stop);
        var (from, to, today) = (tasks.Min(t => t.From), tasks.Max(t => t.To), clock.Today());
        if (to < today)
        {
            return DrawRefusals.Of("draw.period-over", "R7", to.ToString("yyyy-MM-dd", null));
        }

        var scope = new DrawScope(tasks.Find(t => t.Number == first.Number) ?? tasks[0], tasks, plan, items, from > today ? from : today, to);
        var ids = waiting.ConvertAll(w => w.Subject);
        var towns = await db.Subjects.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Town, stop);
        RosterLine[] lines = [.. waiting.Select(w => new RosterLine(
            w.SubjectCode,
            RecordId.IsValid(towns[w.Subject]) ? towns[w.Subject] : first.Jurisdiction.Code,
            new Dictionary<string, string>(),
            "",
            [.. w.Items.Order(StringComparer.Ordinal)],
            salts.Of<RosterLine>(w.SubjectCode),
            new Dictionary<string, string>()))];
        var parts = new List<Part>();
        foreach (var task in tasks)
        {
            var all = lines.Count(line => line.Items.Any(task.Items.Contains));
            if (all == 0)
            {
                continue;
            }

            if (!Part.For(task.Number, task.Items, [], QuotaRule.OfFixed(new Dictionary<string, int> { [""] = all }), lines).Is(out var part, out var fault))
            {
                return DrawRefusals.Of(fault);
            }

            parts.Add(part);
        }

        return await preparation.FreezeAsync(new DrawWish(first.Tasks) { Settings = wish.Settings }, scope, lines, parts, salts, stop);
    }
}
