using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Changing;

/// <summary>Fills a place anew by the draw's own order [更换检查人员]: nobody picks; the first candidate who is available takes it.</summary>
[PerRequest]
internal sealed class SubstituteInspector(SupervisionDb db, DrawChanging changing, TimeProvider clock) : ISubstitutionOrder, IDecidedAct
{
    public DrawRequestKind Kind => DrawRequestKind.Substitute;

    public Right Asks => Right.AskSubstitution;

    public Right Decides => Right.ApproveSubstitution;

    /// <inheritdoc />
    /// <remarks>
    /// Refused: <c>draw.no-such</c>, <c>draw.not-sealed</c>, <c>draw.names-released</c> (then it is asked on the visit), <c>draw.evidence-words</c>,
    /// <c>draw.no-such-place</c>.
    /// </remarks>
    public async Task<Outcome<Concerned>> JudgeAsync(DrawWanted wanted, CancellationToken stop)
    {
        if ((await db.ConcernedAsync(wanted.Draw, stop)).Refused(out var no, out var concerned)
            || (no = Released((Draw)concerned.Row) ?? Reason.Unfit(wanted.Evidence, nameof(wanted.Evidence))) is not null)
        {
            return no;
        }

        return await db.TeamPlaces.AsNoTracking().FirstOrDefaultAsync(p => p.Draw == wanted.Draw && p.Attempt == concerned.Attempt && p.Slot == wanted.Slot, stop) is { } place
            ? concerned with { Department = place.Department }
            : DrawRefusals.Of("draw.no-such-place", null, wanted.Slot).At(nameof(wanted.Slot));
    }

    /// <inheritdoc />
    /// <remarks>Refused: what asking refuses, <c>draw.needs-cosignatures</c>, <c>draw.no-substitute</c>.</remarks>
    public async Task<Refusal?> CarryOutAsync(Actor decider, DrawRequest request, CancellationToken stop)
    {
        var begun = await changing.BeginAsync(decider, request.Draw, draw => DrawChanging.Overtaken(draw, request) ?? Released(draw), stop);
        if (begun.Refused(out var no))
        {
            return no;
        }

        request.Approve(decider, clock.Now());
        var place = new PlaceToFill(request.Draw, request.Attempt, request.Slot!, request.Reason, request.Evidence!, request.Approval);
        return (await FillAsync(begun.Value.Open, begun.Value.Replayed, place, stop)).Refusal
            ?? await db.CommitAsync(decider, new Act("draw.inspector-substituted") { Reason = request.Reason }, stop);
    }

    /// <inheritdoc />
    /// <remarks>Who is replaced does not decide on it: <c>draw.absent-decides</c>.</remarks>
    public async Task<Refusal?> BarsAsync(Actor decider, DrawRequest request, CancellationToken stop) => decider.InspectorNumber is { } number
        && await db.TeamPlaces.AnyAsync(
            p => p.Draw == request.Draw && p.Attempt == request.Attempt && p.Slot == request.Slot && db.Inspectors.Any(i => i.Id == p.Holder && i.Number == number), stop)
        ? DrawRefusals.Of("draw.absent-decides", "R10")
        : null;

    private static Refusal? Released(Draw draw) => draw switch
    {
        { State: not DrawState.Sealed } => DrawRefusals.Of("draw.not-sealed", null, DrawRefusals.Words.Gap("state." + draw.State)),
        { NoticeServedAt: not null } => DrawRefusals.Of("draw.names-released", "R10"),
        _ => null,
    };

    /// <inheritdoc />
    /// <remarks>Called before the caller's act changes rows: the reading of the secret is in the trail first. Refused as above, approval apart, and <c>draw.is-voided</c>.</remarks>
    public async Task<Outcome<Id<Inspector>>> FillAsync(Actor actor, PlaceToFill place, CancellationToken stop = default)
    {
        var begun = await changing.BeginAsync(
            actor, place.Draw, draw => draw.Attempt == place.Attempt ? null : DrawRefusals.Of("draw.is-voided", null, place.Attempt), stop);
        if (begun.Refused(out var no))
        {
            return no;
        }

        var filled = await FillAsync(begun.Value.Open, begun.Value.Replayed, place, stop);
        return filled.Refused(out no) ? no : filled.Value.Id;
    }

    private async Task<Outcome<Inspector>> FillAsync(OpenCeremony open, Replayed replayed, PlaceToFill wish, CancellationToken stop)
    {
        if (!replayed.Ledger.CandidatesFor(wish.Slot).Is(out var candidates, out var fault))
        {
            return DrawRefusals.Of(fault);
        }

        var skipped = await SkippedAsync(open.Draw, wish, candidates.InOrder, stop);
        if (skipped.Count == candidates.InOrder.Count)
        {
            return NobodyLeft(wish.Slot, skipped);
        }

        var entry = new InspectorSubstitute(wish.Slot, wish.Reason.Trim(), wish.Approval, wish.Evidence.Trim());
        var told = replayed.Ledger.Substitute(open.Pen.State.Head.Size, entry, [.. skipped.Select(s => new SkippedCandidate(s.Inspector, s.Reason))]);
        if (!told.Is(out var substitute, out fault))
        {
            return DrawRefusals.Of(fault);
        }

        changing.Write(open, entry, entry.Reason, wish.Approval, [substitute.Inspector], skipped);
        var place = await db.TeamPlaces.SingleAsync(p => p.Draw == open.Draw.Number && p.Attempt == open.Draw.Attempt && p.Slot == wish.Slot, stop);
        var inspector = await db.Inspectors.AsNoTracking().SingleAsync(i => i.Number == substitute.Inspector, stop);
        place.Holder = inspector.Id;
        return inspector;
    }

    /// <summary>
    /// The candidates before the first available one, each with its reason: as told, as the directory shows them for the inspection days
    /// still to come, or declared since the lists were frozen that they keep away from a subject of this team (R35).
    /// </summary>
    private async Task<IReadOnlyList<Passed>> SkippedAsync(Draw draw, PlaceToFill wish, IReadOnlyList<string> inOrder, CancellationToken stop)
    {
        var (from, to) = await DaysAsync(draw, stop);
        var inspectors = await db.Inspectors.AsNoTracking().Where(i => inOrder.Contains(i.Number)).ToDictionaryAsync(i => i.Number, StringComparer.Ordinal, stop);
        var leaves = (await db.Leaves.AsNoTracking().Where(l => l.To >= from && l.From <= to).ToListAsync(stop)).ToLookup(l => l.Inspector);
        var recused = await RecusedAsync(draw, wish.Slot, stop);
        var skipped = new List<Passed>();
        foreach (var number in inOrder)
        {
            var reason = wish.NotAvailable.FirstOrDefault(p => p.Inspector == number)?.Reason ?? inspectors.GetValueOrDefault(number) switch
            {
                null => ExclusionReason.Of(DutyState.Transferred),
                { } one when recused.Contains(one.Id) => ExclusionReason.Recusal,
                { } one => InspectorBuilding.Absence(one, leaves[one.Id], from, to),
            };
            if (reason is null)
            {
                break;
            }

            skipped.Add(new Passed(number, reason));
        }

        return skipped;
    }

    /// <summary>The inspection days still to come; today alone when the tasks' last day is over.</summary>
    private async Task<(DateOnly From, DateOnly To)> DaysAsync(Draw draw, CancellationToken stop)
    {
        var days = await db.Tasks.AsNoTracking().Where(t => draw.Tasks.Contains(t.Number)).Select(t => new { t.From, t.To }).ToListAsync(stop);
        var (today, first, last) = (clock.Today(), days.Min(d => d.From), days.Max(d => d.To));
        return (first > today ? first : today, last > today ? last : today);
    }

    /// <summary>Who keeps away from a subject of the slot's team, as declared up to now.</summary>
    private async Task<HashSet<Id<Inspector>>> RecusedAsync(Draw draw, string slot, CancellationToken stop) => (await (
        from place in db.TeamPlaces.AsNoTracking()
        join drawn in db.DrawnSubjects on new { place.Draw, place.Attempt, Bundle = (string?)place.Bundle } equals new { drawn.Draw, drawn.Attempt, drawn.Bundle }
        join recusal in db.Recusals on drawn.Subject equals recusal.Subject
        where place.Draw == draw.Number && place.Attempt == draw.Attempt && place.Slot == slot
        select recusal.Inspector).ToListAsync(stop)).ToHashSet();

    private static Refusal NobodyLeft(string slot, IReadOnlyList<Passed> skipped)
    {
        var passed = skipped.Count == 0 ? DrawRefusals.Words["no-candidate"] : string.Join('、', skipped.Select(s => $"{s.Inspector} {ExclusionReason.Say(s.Reason)}"));
        return DrawRefusals.Of("draw.no-substitute", "R34", slot, passed);
    }
}
