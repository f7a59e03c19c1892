using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Changing;

/// <summary>Draws more subjects [追加抽取]: the next ranks of the one order. Their teams come from a later match.</summary>
[PerRequest]
internal sealed class ExtendDraw(SupervisionDb db, DrawChanging changing, SealRows rows, IEnumerable<IReplacementFollower> followers, TimeProvider clock) : IDecidedAct
{
    public DrawRequestKind Kind => DrawRequestKind.Extend;

    /// <inheritdoc />
    /// <remarks>Refused: as <see cref="ConcernedDraw.SealedAsync"/>, <c>draw.no-such-stratum</c>, <c>draw.past-last</c>.</remarks>
    public async Task<Outcome<Concerned>> JudgeAsync(DrawWanted wanted, CancellationToken stop)
    {
        var (task, stratum) = (wanted.Part ?? "", wanted.Stratum ?? "");
        return (await db.SealedAsync(wanted.Draw, stop)).Refused(out var no, out var concerned)
            || (no = await TooManyAsync((Draw)concerned.Row, task, stratum, wanted.Count ?? 0, stop)) is not null
            ? no
            : concerned with { Department = await db.Tasks.Where(t => t.Number == task).Select(t => t.Lead).SingleAsync(stop) };
    }

    /// <inheritdoc />
    /// <remarks>
    /// Refused: <c>draw.not-sealed</c>, <c>draw.needs-cosignatures</c>, <c>draw.past-last</c>, <c>draw.next-was-matched</c>, or by a later module when the next
    /// subject of the order has been inspected for another task already.
    /// </remarks>
    public async Task<Refusal?> CarryOutAsync(Actor decider, DrawRequest request, CancellationToken stop)
    {
        if ((await changing.BeginAsync(decider, request, stop)).Refused(out var no, out var begun)
            || (no = await TooManyAsync(begun.Open.Draw, request.Part!, request.Stratum!, request.Count!.Value, stop)) is not null)
        {
            return no;
        }

        var (open, replayed) = begun;
        request.Approve(decider, clock.Now());
        var entry = new DrawExtend(request.Part!, request.Stratum!, request.Count!.Value, request.Reason, request.Approval);
        if (!replayed.Ledger.Extend(open.Pen.State.Head.Size, entry).Is(out var added, out var fault))
        {
            return DrawRefusals.Of(fault);
        }

        changing.Write(open, entry, entry.Reason, entry.Approval, added.Added, []);
        return await AddSubjectsAsync(decider, open, replayed, open.Commit.Parts.First(p => p.Id == request.Part), added.Added, stop)
            ?? await db.CommitAsync(decider, new Act("draw.extended") { Reason = entry.Reason }, stop);
    }

    private async Task<Refusal?> TooManyAsync(Draw draw, string task, string stratum, int count, CancellationToken stop) =>
        await changing.LeftAsync(draw, task, stratum, stop) switch
        {
            null => DrawRefusals.Of("draw.no-such-stratum", null, task, stratum).At(nameof(DrawWanted.Stratum)),
            var left when count < 1 || count > left => DrawRefusals.Of("draw.past-last", null, left).At(nameof(DrawWanted.Count)),
            _ => null,
        };

    /// <summary>
    /// Adds rows for the subjects, after all others. Who was drawn for another task already is inspected for both in one visit: a visit not
    /// begun is taken back and a later match gives the subject a team for all its items. Refused when that is too late.
    /// </summary>
    internal async Task<Refusal?> AddSubjectsAsync(Actor actor, OpenCeremony open, Replayed replayed, Part part, IReadOnlyList<string> codes, CancellationToken stop)
    {
        var draw = open.Draw;
        var present = await db.DrawnSubjects.Where(d => d.Draw == draw.Number && d.Attempt == draw.Attempt).ToListAsync(stop);
        var ids = await rows.SubjectIdsAsync(codes, stop);
        var place = present.Max(d => d.Place);
        foreach (var code in codes)
        {
            var items = part.ItemsOf(replayed.Lists.Roster.Lines[replayed.Lists.Roster.IndexOf(code)]).ToArray();
            if (present.Find(d => d.SubjectCode == code) is { } old)
            {
                if (await JoinAsync(actor, old, part, items, stop) is { } late)
                {
                    return late;
                }

                continue;
            }

            db.Add(new DrawnSubject
            {
                Jurisdiction = draw.Jurisdiction,
                Draw = draw.Number,
                Attempt = draw.Attempt,
                Subject = ids[code],
                SubjectCode = code,
                Place = ++place,
                Batch = present.Max(d => d.Batch),
                Items = [.. items],
                Tasks = [part.Id],
                NoticeProof = "",
            });
        }

        return null;
    }

    private async Task<Refusal?> JoinAsync(Actor actor, DrawnSubject old, Part part, IReadOnlyList<string> items, CancellationToken stop)
    {
        if (old.MatchedBy is not null || await db.Draws.AnyAsync(
            d => d.StageOf == old.Draw && d.State != DrawState.Sealed && d.State != DrawState.Opened && d.State != DrawState.Voided, stop))
        {
            return DrawRefusals.Of("draw.next-was-matched", null, old.SubjectCode).At(nameof(DrawWanted.Count));
        }

        var leaving = new LeavingSubject(old.Draw, old.Attempt, old.Subject, DrawRefusals.Words.InChinese("joined"), null, []);
        foreach (var follower in old.IsReplaced ? [] : followers)
        {
            if (await follower.FollowAsync(actor, leaving, stop) is { } inspected)
            {
                return inspected;
            }
        }

        old.JoinPart(part, items);
        return null;
    }
}
