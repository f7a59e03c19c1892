using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Changing;

/// <summary>A supplement that is wanted.</summary>
/// <param name="Number">The draw.</param>
/// <param name="Part">Number of the task.</param>
/// <param name="Stratum">Key of the stratum; "" when not stratified.</param>
/// <param name="Count">How many more, at least 1.</param>
/// <param name="Reason">Why.</param>
public sealed record Supplement(string Number, string Part, string Stratum, int Count, string Reason);

/// <summary>Draws more subjects [追加抽取]: the next ranks of the one order. Their teams come from a later match.</summary>
[PerRequest]
public sealed class ExtendDraw(SupervisionDb db, DrawChanging changing, SealRows rows, IEnumerable<IReplacementFollower> followers)
{
    /// <summary>
    /// Codes of the subjects added. Refused: no right, <c>draw.approval-missing</c> and the like, <c>draw.reason</c>, <c>draw.not-sealed</c>,
    /// <c>draw.needs-cosignatures</c>, <c>draw.no-such-stratum</c>, <c>draw.past-last</c>,
    /// <c>draw.next-was-matched</c>, or by a later module when the next subject of the order has been inspected for another task already.
    /// </summary>
    public async Task<Outcome<List<string>>> RunAsync(Actor actor, Supplement wish, Actor? approver, CancellationToken stop = default)
    {
        if ((actor.Refuse(Right.HoldDraws) ?? DrawRefusals.Unfit(wish.Reason)) is { } no)
        {
            return no;
        }

        var begun = await changing.BeginAsync(actor, wish.Number, approver, Right.ApproveDraws, stop);
        if (begun.Refused(out no))
        {
            return no;
        }

        var (open, replayed) = begun.Value;
        if (open.Commit.Parts.FirstOrDefault(p => p.Id == wish.Part) is not { } part || part.QuotaTable.Rows.All(r => r.Stratum != wish.Stratum))
        {
            return DrawRefusals.Of("draw.no-such-stratum", null, wish.Part, wish.Stratum).At(nameof(wish.Stratum));
        }

        if (DrawChanging.Left(open, part, wish.Stratum) is var left && (wish.Count < 1 || wish.Count > left))
        {
            return DrawRefusals.Of("draw.past-last", null, left).At(nameof(wish.Count));
        }

        var entry = new DrawExtend(wish.Part, wish.Stratum, wish.Count, wish.Reason.Trim(), DrawChanging.Approval(actor, approver!));
        if (!replayed.Ledger.Extend(open.Pen.State.Head.Size, entry).Is(out var added, out var fault))
        {
            return DrawRefusals.Of(fault);
        }

        changing.Write(open, entry, entry.Reason, entry.Approval, added.Added, []);
        if (await AddSubjectsAsync(actor, open, replayed, part, added.Added, stop) is { } busy)
        {
            return busy;
        }

        return await db.CommitAsync(actor, new Act("draw.extended") { Reason = entry.Reason }, stop) is { } lost ? lost : added.Added.ToList();
    }

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
            return DrawRefusals.Of("draw.next-was-matched", null, old.SubjectCode).At(nameof(Supplement.Count));
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
