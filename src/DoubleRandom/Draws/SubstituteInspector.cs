using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Log;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws;

/// <summary>A substitution that is wanted.</summary>
/// <param name="Number">The draw.</param>
/// <param name="Slot">The place, e.g. <c>b00001/SC/1</c>.</param>
/// <param name="Reason">Leave, recusal upheld, certificate expired, …</param>
/// <param name="Evidence">Hash of, or reference to, the evidence.</param>
public sealed record Substitute(string Number, string Slot, string Reason, string Evidence)
{
    /// <summary>Candidates who are not available either, each with a reason; those whom the directory shows as absent need not be named.</summary>
    public IReadOnlyList<Passed> NotAvailable { get; init; } = [];
}

/// <summary>Fills a place anew by the draw's own order [更换检查人员]: nobody picks; the first candidate who is available takes it.</summary>
public sealed class SubstituteInspector(SupervisionDb db, DrawChanging changing, TimeProvider clock) : ISubstitutionOrder
{
    /// <summary>
    /// Number of the substitute. Refused: no right, approval (another person with the right to approve substitutions), <c>draw.reason</c>,
    /// <c>draw.not-sealed</c>, <c>draw.needs-cosignatures</c>, <c>record.substitute.none</c>, <c>record.substitute.slot-unknown</c>.
    /// </summary>
    public async Task<Outcome<string>> RunAsync(Actor actor, Substitute wish, Actor? approver, CancellationToken stop = default)
    {
        if ((actor.Refuse(Right.AskSubstitution) ?? VoidDraw.Unfit(wish.Reason)) is { } no)
        {
            return no;
        }

        var begun = await changing.BeginAsync(actor, wish.Number, approver, Right.ApproveSubstitution, stop);
        if (begun.Refused(out no))
        {
            return no;
        }

        var filled = await FillAsync(begun.Value.Open, begun.Value.Replayed, wish, DrawChanging.Approval(actor, approver!), stop);
        return filled.Refused(out no) || (no = await db.CommitAsync(actor, new Act("draw.inspector-substituted") { Reason = wish.Reason.Trim() }, stop)) is not null
            ? no
            : filled.Value.Number;
    }

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

        var wish = new Substitute(place.Draw, place.Slot, place.Reason, place.Evidence);
        var filled = await FillAsync(begun.Value.Open, begun.Value.Replayed, wish, place.Approval, stop);
        return filled.Refused(out no) ? no : filled.Value.Id;
    }

    private async Task<Outcome<Inspector>> FillAsync(OpenCeremony open, Replayed replayed, Substitute wish, string approval, CancellationToken stop)
    {
        if (!replayed.Ledger.CandidatesFor(wish.Slot).Is(out var candidates, out var fault))
        {
            return DrawRefusals.Of(fault);
        }

        var skipped = await SkippedAsync(wish, candidates.InOrder, stop);
        var entry = new InspectorSubstitute(wish.Slot, wish.Reason.Trim(), approval, wish.Evidence.Trim());
        var told = replayed.Ledger.Substitute(open.Pen.State.Head.Size, entry, [.. skipped.Select(s => new SkippedCandidate(s.Inspector, s.Reason))]);
        if (!told.Is(out var substitute, out fault))
        {
            return DrawRefusals.Of(fault);
        }

        changing.Write(open, entry, entry.Reason, approval, [substitute.Inspector], skipped);
        var place = await db.TeamPlaces.SingleAsync(p => p.Draw == open.Draw.Number && p.Attempt == open.Draw.Attempt && p.Slot == wish.Slot, stop);
        var inspector = await db.Inspectors.AsNoTracking().SingleAsync(i => i.Number == substitute.Inspector, stop);
        place.Holder = inspector.Id;
        return inspector;
    }

    /// <summary>The candidates before the first available one, each with its reason: as told, or as the directory shows today.</summary>
    private async Task<IReadOnlyList<Passed>> SkippedAsync(Substitute wish, IReadOnlyList<string> inOrder, CancellationToken stop)
    {
        var today = clock.Today();
        var inspectors = await db.Inspectors.AsNoTracking().Where(i => inOrder.Contains(i.Number)).ToDictionaryAsync(i => i.Number, StringComparer.Ordinal, stop);
        var away = (await db.Leaves.AsNoTracking().Where(l => l.From <= today && l.To >= today).Select(l => l.Inspector).ToListAsync(stop)).ToHashSet();
        var skipped = new List<Passed>();
        foreach (var number in inOrder)
        {
            var reason = wish.NotAvailable.FirstOrDefault(p => p.Inspector == number)?.Reason ?? Absence(inspectors.GetValueOrDefault(number), away, today);
            if (reason is null)
            {
                break;
            }

            skipped.Add(new Passed(number, reason));
        }

        return skipped;
    }

    private static string? Absence(Inspector? inspector, HashSet<Id<Inspector>> away, DateOnly today) => inspector switch
    {
        null => "transferred",
        { CertificateUntil: var until } when until < today => ExclusionReason.CertificateExpired,
        _ when away.Contains(inspector.Id) => ExclusionReason.OnLeave,
        _ => ExclusionReason.Of(inspector.Duty),
    };
}
