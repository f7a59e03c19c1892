using DoubleRandom.Access;
using DoubleRandom.Storage;

namespace DoubleRandom.Draws.Opening;

/// <summary>Opens before the inspections are over [提前公开]: by two people, with a reason.</summary>
[PerRequest]
internal sealed class OpenEarly(SupervisionDb db, OpenDraw opening) : IDecidedAct
{
    public DrawRequestKind Kind => DrawRequestKind.OpenEarly;

    /// <inheritdoc />
    /// <remarks>Refused: <c>draw.no-such</c>, <c>draw.already-opened</c>, <c>draw.not-sealed</c>, <c>draw.void-decided</c>, <c>draw.nothing-waits</c>.</remarks>
    public async Task<Outcome<Concerned>> JudgeAsync(DrawWanted wanted, CancellationToken stop)
    {
        if ((await db.ConcernedAsync(wanted.Draw, stop)).Refused(out var no, out var concerned))
        {
            return no;
        }

        return (Draw)concerned.Row switch
        {
            { OpenedIndex: not null } => DrawRefusals.Of("draw.already-opened", null, concerned.Attempt),
            { IsVoidPending: true } => DrawRefusals.Of("draw.void-decided", null, concerned.Attempt),
            { State: not (DrawState.Sealed or DrawState.Voided) } draw => DrawRefusals.Of("draw.not-sealed", null, DrawRefusals.Words.Gap("state." + draw.State)),
            _ => (await opening.WaitsAsync(wanted.Draw, stop)).Count == 0 ? DrawRefusals.Of("draw.nothing-waits", null) : concerned,
        };
    }

    /// <inheritdoc />
    /// <remarks>Refused as <see cref="OpenDraw"/> is, the time apart.</remarks>
    public async Task<Refusal?> CarryOutAsync(Actor decider, DrawRequest request, CancellationToken stop) =>
        (await opening.RunAsync(decider, request.Draw, request, stop)).Refusal;
}
