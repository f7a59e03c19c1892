using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Log;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws;

/// <summary>A supplement that is wanted.</summary>
/// <param name="Number">The draw.</param>
/// <param name="Part">Number of the task.</param>
/// <param name="Stratum">Key of the stratum; "" when not stratified.</param>
/// <param name="Count">How many more, at least 1.</param>
/// <param name="Reason">Why.</param>
public sealed record Supplement(string Number, string Part, string Stratum, int Count, string Reason);

/// <summary>Draws more subjects [追加抽取]: the next ranks of the one order. Their teams come from a later match.</summary>
public sealed class ExtendDraw(SupervisionDb db, DrawChanging changing, SealRows rows)
{
    /// <summary>
    /// Codes of the subjects added. Refused: no right, <c>draw.approval-missing</c> and the like, <c>draw.reason</c>, <c>draw.not-sealed</c>,
    /// <c>draw.needs-cosignatures</c>, <c>draw.no-such-stratum</c>, <c>draw.past-last</c>.
    /// </summary>
    public async Task<Outcome<List<string>>> RunAsync(Actor actor, Supplement wish, Actor? approver, CancellationToken stop = default)
    {
        if ((actor.Refuse(Right.HoldDraws) ?? VoidDraw.Unfit(wish.Reason)) is { } no)
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
        await AddSubjectsAsync(open, replayed, part, added.Added, stop);
        return await db.CommitAsync(actor, new Act("draw.extended") { Reason = entry.Reason }, stop) is { } lost ? lost : added.Added.ToList();
    }

    /// <summary>Adds rows for the subjects, after all others; who was drawn for another task already gets this one's items too.</summary>
    internal async Task AddSubjectsAsync(OpenCeremony open, Replayed replayed, Part part, IReadOnlyList<string> codes, CancellationToken stop)
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
                (old.Items, old.Tasks) = (Union(old.Items, items), Union(old.Tasks, [part.Id]));
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
    }

    private static List<string> Union(IEnumerable<string> a, IEnumerable<string> b) => [.. a.Union(b, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
