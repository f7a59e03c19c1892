using DoubleRandom.Draws;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Draws.Reading;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Publication;

/// <summary>A draw in the public list, as its latest attempt stands.</summary>
/// <param name="Number">The draw's id: the leading task's number.</param>
/// <param name="Title">Title.</param>
/// <param name="Tasks">Numbers of the tasks drawn together.</param>
/// <param name="Attempts">How many attempts there were.</param>
/// <param name="Voided">How many of them were voided.</param>
/// <param name="State">State of the latest.</param>
/// <param name="CommittedAt">UTC.</param>
/// <param name="OpenedAt">UTC; null before.</param>
/// <param name="OpenBy">Last moment for the opening.</param>
/// <param name="Drawn">Subjects drawn; null before the seal.</param>
/// <param name="Teams">Teams matched; null before the seal.</param>
public sealed record PublicDraw(
    string Number, string Title, IReadOnlyList<string> Tasks, int Attempts, int Voided, DrawState State,
    DateTimeOffset CommittedAt, DateTimeOffset? OpenedAt, DateTimeOffset OpenBy, int? Drawn, int? Teams)
{
    /// <summary>The state in words.</summary>
    public string StateName => DrawRegister.Name(State);
}

/// <summary>A witness as the public sees him: whom he stands for, never who he is.</summary>
/// <param name="Role">Whom he stands for.</param>
/// <param name="IsStanding">Whether he also cosigns the log.</param>
/// <param name="Commitment">Hex, once it is in the log.</param>
/// <param name="Value">What he contributed, once the draw is opened.</param>
/// <param name="HasContributed">Whether he has entered his share, in the log or about to be.</param>
/// <param name="HasRevealed">Whether his share is revealed in the log.</param>
public sealed record PublicWitness(string Role, bool IsStanding, string? Commitment, string? Value, bool HasContributed, bool HasRevealed);

/// <summary>A change of a sealed attempt.</summary>
/// <param name="Kind">In words.</param>
/// <param name="Count">How many places or subjects it concerns.</param>
/// <param name="At">UTC.</param>
/// <param name="Reason">Why, once the draw is opened; never why an inspector was replaced.</param>
public sealed record PublicChange(string Kind, int Count, DateTimeOffset At, string? Reason);

/// <summary>One attempt as the public sees it: commitments and numbers; after the opening the secret and the contributions too.</summary>
/// <param name="Attempt">From 1.</param>
/// <param name="Title">For people.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Waits">What it waits for; null when it is finished.</param>
public sealed record PublicAttempt(int Attempt, string Title, DrawState State, DrawWait? Waits)
{
    /// <summary>When it came to what.</summary>
    public required AttemptTimes Times { get; init; }

    /// <summary>What it is bound to.</summary>
    public required AttemptCommitments Bound { get; init; }

    /// <summary>Why it is voided; null otherwise.</summary>
    public string? VoidReason { get; init; }

    /// <summary>Subjects drawn; null before the seal.</summary>
    public int? Drawn { get; init; }

    /// <summary>Teams matched; null before the seal.</summary>
    public int? Teams { get; init; }

    /// <summary>Least number of contributions.</summary>
    public required int MinReveals { get; init; }

    /// <summary>The tasks with their chances.</summary>
    public required IReadOnlyList<PartChance> Parts { get; init; }

    /// <summary>Its witnesses.</summary>
    public required IReadOnlyList<PublicWitness> Witnesses { get; init; }

    /// <summary>What was changed after the seal.</summary>
    public required IReadOnlyList<PublicChange> Changes { get; init; }

    /// <summary>The step it stands at.</summary>
    public DrawStep Step => DrawSteps.Of(State, Times.OpenedAt is not null);

    /// <summary>The state in words.</summary>
    public string StateName => DrawRegister.Name(State);

    /// <summary>When it was decided that it ends, though the log does not tell it yet; null otherwise. UTC.</summary>
    public DateTimeOffset? VoidPendingSince { get; init; }

    /// <summary>Whether the quorum has cosigned the log up to its last entry.</summary>
    public bool IsCosigned { get; init; }

    /// <summary>The public randomness named beforehand, with its value once told; null without one.</summary>
    public BeaconView? Beacon { get; init; }
}

/// <summary>A draw with all its attempts, the latest first, and the log that holds them.</summary>
/// <param name="Draw">The draw.</param>
/// <param name="Attempts">Every attempt, voided ones too.</param>
/// <param name="LogSize">Entries of the county's log.</param>
/// <param name="LogRoot">Its Merkle root, hex.</param>
/// <param name="CosignedSize">How far the witnesses' quorum reaches.</param>
/// <param name="Quorum">Least number of cosignatures.</param>
/// <param name="HasRecord">Whether an attempt is opened and cosigned, so that the record can be taken away and checked.</param>
public sealed record PublicDrawDetail(
    PublicDraw Draw, IReadOnlyList<PublicAttempt> Attempts, int LogSize, string LogRoot, int CosignedSize, int Quorum, bool HasRecord);

/// <summary>The public register of draws [抽取记录公示]: no sign-in, no person; before the opening commitments and numbers only.</summary>
[PerRequest]
public sealed class DrawRegister(SupervisionDb db, DrawReader draws)
{
    private const string Substitution = "inspector.substitute";

    private static readonly Words Words = new(typeof(DrawRegister));

    /// <summary>The name of a state.</summary>
    public static string Name(DrawState state) => DrawRefusals.Words["state." + state];

    /// <summary>Every draw, the newest first.</summary>
    public async Task<IReadOnlyList<PublicDraw>> ListAsync(CancellationToken stop = default) => [.. (await db.Draws.AsNoTracking()
            .Select(d => new { d.Number, d.Attempt, d.Title, d.Tasks, d.State, d.CommittedAt, d.OpenedAt, d.OpenBy, d.Drawn, d.Teams })
            .ToListAsync(stop))
        .GroupBy(d => d.Number, StringComparer.Ordinal)
        .Select(attempts => (Last: attempts.MaxBy(d => d.Attempt)!, Voided: attempts.Count(d => d.State == DrawState.Voided)))
        .OrderByDescending(d => d.Last.CommittedAt).ThenBy(d => d.Last.Number, StringComparer.Ordinal)
        .Select(d => new PublicDraw(
            d.Last.Number, d.Last.Title, d.Last.Tasks, d.Last.Attempt, d.Voided, d.Last.State,
            d.Last.CommittedAt, d.Last.OpenedAt, d.Last.OpenBy, d.Last.Drawn, d.Last.Teams))];

    /// <summary>The draws that drew a task, the newest first.</summary>
    public async Task<IReadOnlyList<PublicDraw>> OfTaskAsync(string task, CancellationToken stop = default) =>
        [.. (await ListAsync(stop)).Where(d => d.Tasks.Contains(task, StringComparer.Ordinal))];

    /// <summary>A draw with all its attempts; null when there is none of that number.</summary>
    public async Task<PublicDrawDetail?> FindAsync(string number, CancellationToken stop = default)
    {
        var attempts = await draws.AttemptsAsync(number, stop);
        if (attempts is not [var last, ..])
        {
            return null;
        }

        var opened = await db.Draws.AsNoTracking().Where(d => d.Number == number).MinAsync(d => d.OpenedIndex, stop);
        var draw = new PublicDraw(
            last.Number, last.Title, last.Tasks, last.Attempt, attempts.Count(a => a.State == DrawState.Voided), last.State,
            last.Times.CommittedAt, last.Times.OpenedAt, last.Times.OpenBy, last.Drawn, last.Teams);
        return new(draw, [.. attempts.Select(Public)], last.Log.Size, last.Log.Root, last.Log.CosignedSize, last.Log.Quorum, opened < last.Log.CosignedSize);
    }

    private static PublicAttempt Public(AttemptView a)
    {
        var isOpened = a.Times.OpenedAt is not null;
        return new(a.Attempt, a.Title, a.State, a.Waits)
        {
            Times = a.Times,
            Bound = a.Bound,
            VoidReason = a.VoidReason,
            VoidPendingSince = a.VoidPendingSince,
            Drawn = a.Drawn,
            Teams = a.Teams,
            MinReveals = a.MinReveals,
            Parts = a.Parts,
            Witnesses = [.. a.Witnesses.Select(w => new PublicWitness(
                w.Role, w.IsStanding, w.IsLogged ? w.Commitment : null, isOpened ? w.Value : null, w.Commitment is not null, w.Value is not null))],
            Changes = [.. a.Changes.Select(c => new PublicChange(
                Words["change." + c.Type], c.Type == Substitution ? 1 : c.Count, c.At, isOpened && c.Type != Substitution ? c.Reason : null))],
            IsCosigned = a.IsCosigned,
            Beacon = a.Beacon,
        };
    }
}
