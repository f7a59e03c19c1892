using System.Text;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Holding;

/// <summary>What the room is told when a draw is sealed: numbers, no names.</summary>
/// <param name="Drawn">Subjects drawn.</param>
/// <param name="Teams">Teams matched; 0 when no complete set of teams exists.</param>
/// <param name="Shortages">What was missing then, in words; else empty.</param>
/// <param name="ObjectRoot">Root of the sealed list, hex.</param>
/// <param name="Cosigned">Whether the quorum has cosigned it already.</param>
public sealed record SealSlip(int Drawn, int Teams, IReadOnlyList<string> Shortages, string ObjectRoot, bool Cosigned);

/// <summary>
/// Closes the contributions, reveals them, draws, matches and seals [揭示、抽取、匹配、密封]. Two transactions, each whole: a kill between them
/// leaves the reveals in the log, and asking again goes on from there with the same result.
/// </summary>
[PerRequest]
public sealed class SealDraw(SupervisionDb db, Ceremony ceremony, SecretBox secrets, UnlockedKeys unlocked, SealRows rows)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Refused: no right, <c>draw.no-such</c>, <c>draw.already-sealed</c>, <c>draw.is-voided</c>, <c>draw.too-few-contributions</c>,
    /// <c>draw.needs-cosignatures</c>, <c>draw.waits-for-reveals</c>, <c>draw.waits-for-beacon</c>, <c>draw.beacon-too-late</c>,
    /// <c>draw.task-not-planned</c>, <c>log.…</c>, <c>secrets.…</c>.
    /// </summary>
    public async Task<Outcome<SealSlip>> RunAsync(Actor actor, string number, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.HoldDraws) is { } no)
        {
            return no;
        }

        var opened = await ceremony.OpenAsync(actor, number, stop);
        if (opened.Refused(out no))
        {
            return no;
        }

        var open = opened.Value;
        if (open.Draw.State is DrawState.Sealed or DrawState.Opened or DrawState.Voided)
        {
            return DrawRefusals.Of(open.Draw.State == DrawState.Voided ? "draw.is-voided" : "draw.already-sealed", null, open.Draw.Attempt, open.Draw.SealedAt?.InShanghai());
        }

        return await RevealAsync(open, stop) is { } refusal ? refusal : await SealAsync(open, stop);
    }

    private async Task<Refusal?> RevealAsync(OpenCeremony open, CancellationToken stop)
    {
        if (open.Draw.State == DrawState.Revealed)
        {
            return open.Draw.AwaitsBeacon ? Waits(open) : await CosignedAsync(open, stop);
        }

        var entered = open.Shares.Count(s => s.Commitment is not null);
        if (entered < open.Commit.MinReveals)
        {
            return DrawRefusals.Of("draw.too-few-contributions", null, entered, open.Commit.MinReveals);
        }

        if (open.Pen.Cosign() is { } unwilling)
        {
            return unwilling;
        }

        open.LogEntered();
        if (await db.CommitAsync(open.Actor, new Act("draw.contributions-closed"), stop) is { } lost)
        {
            return lost;
        }

        return open.NotCosigned() ?? await UnrevealedAsync(open, stop) ?? await LogRevealsAsync(open, stop);
    }

    private static Refusal Waits(OpenCeremony open) => DrawRefusals.Of("draw.waits-for-beacon", null, open.Draw.BeaconRound);

    /// <summary>
    /// Nobody contributes any more once a telephone is asked for what it keeps. With public randomness still to come, whoever stays silent for a
    /// minute gains nothing by it, and enough others suffice (draw-record A.6); without it every one has to reveal.
    /// </summary>
    private async Task<Refusal?> UnrevealedAsync(OpenCeremony open, CancellationToken stop)
    {
        var silent = open.Shares.Where(s => s.AwaitsReveal).Select(s => s.Role).ToArray();
        var told = open.Shares.Count(s => s.SealedValue is not null);
        if (silent.Length == 0 || (open.Commit.Beacon is not null && told >= open.Commit.MinReveals && open.Draw.ContributionsClosedAt + Patience < db.Clock.Now()))
        {
            return null;
        }

        open.Draw.CloseContributions(db.Clock.Now());
        return await db.CommitAsync(open.Actor, new Act("draw.contributions-closed"), stop) ?? DrawRefusals.Of("draw.waits-for-reveals", null, string.Join('、', silent));
    }

    private async Task<Refusal?> LogRevealsAsync(OpenCeremony open, CancellationToken stop)
    {
        if (open.Commit.Beacon?.PublishedAt is { } published && published.ToDateTimeOffset() <= db.Clock.Now() + Patience)
        {
            return DrawRefusals.Of("draw.beacon-too-late", null);
        }

        var logged = open.Shares.Where(s => s is { CommitIndex: not null, SealedValue: not null }).ToArray();
        var reveals = new List<LogEntry>();
        foreach (var share in logged)
        {
            var value = await secrets.OpenAsync(open.Actor, Contribute.ValuePurpose(share), share.SealedValue!, stop);
            if (value.Refused(out var no))
            {
                return no;
            }

            reveals.Add(open.Entry(new WitnessReveal(
                share.Witness, new Bytes32(value.Value.AsSpan(0, Bytes32.Length)), Encoding.UTF8.GetString(value.Value.AsSpan(Bytes32.Length)))));
        }

        var first = open.Pen.Write(reveals);
        for (var i = 0; i < logged.Length; i++)
        {
            logged[i].LogReveal(first + i);
        }

        open.Draw.Reveal();
        return await db.CommitAsync(open.Actor, new Act("draw.revealed"), stop) ?? open.NotCosigned() ?? (open.Draw.AwaitsBeacon ? Waits(open) : null);
    }

    /// <summary>Has the unlocked witnesses cosign what is there already, as after a restart.</summary>
    private async Task<Refusal?> CosignedAsync(OpenCeremony open, CancellationToken stop) =>
        open.Pen.Cosign() ?? await db.CommitAsync(open.Actor, new Act("draw.cosigned"), stop) ?? open.NotCosigned();

    private async Task<Outcome<SealSlip>> SealAsync(OpenCeremony open, CancellationToken stop)
    {
        var secret = await ceremony.SecretAsync(open.Actor, open.Draw, stop);
        if (secret.Refused(out var no))
        {
            return no;
        }

        var lists = await ceremony.ListsAsync(open.Draw, stop);
        if (!lists.Execute(open, secret.Value).Is(out var outcome, out var fault))
        {
            return DrawRefusals.Of(fault);
        }

        if (await rows.WriteAsync(open, lists, outcome, stop) is { } gone
            || await db.CommitAsync(open.Actor, new Act("draw.sealed"), stop) is { } && (gone = await LostAsync(open, stop)) is not null)
        {
            return gone;
        }

        var cosigned = open.NotCosigned() is null;
        if (cosigned)
        {
            unlocked.Forget(open.Actor.Jurisdiction, open.Draw.Ceremony);
        }

        return new SealSlip(
            outcome.Result.Selected.Count, outcome.Result.Bundles.Count, ShortageWords.Sentences(outcome.Shortages), outcome.Sealed.ObjectRoot.ToString(), cosigned);
    }

    /// <summary>Somebody else was first: says so by the state that stands now.</summary>
    private async Task<Refusal> LostAsync(OpenCeremony open, CancellationToken stop)
    {
        var now = await db.Draws.AsNoTracking().SingleAsync(d => d.Number == open.Draw.Number && d.Attempt == open.Draw.Attempt, stop);
        return now.SealedAt is null
            ? DrawRefusals.Of("draw.moved-on", null, DrawRefusals.Words.Gap("state." + now.State))
            : DrawRefusals.Of("draw.already-sealed", null, now.Attempt, now.SealedAt?.InShanghai());
    }
}
