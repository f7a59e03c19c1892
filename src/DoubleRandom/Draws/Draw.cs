using DoubleRandom.Storage;

namespace DoubleRandom.Draws;

/// <summary>What an attempt's life has come to [抽取状态]. It only moves down this list, or ends in <see cref="Voided"/>.</summary>
public enum DrawState
{
    /// <summary>Lists, quotas and rules are frozen; nobody has contributed [已承诺].</summary>
    Committed,

    /// <summary>Witnesses' commitments are in the log [见证人贡献中].</summary>
    Contributing,

    /// <summary>The contributions are revealed; the draw is about to be made [已揭示].</summary>
    Revealed,

    /// <summary>Drawn and matched; the names are secret [已密封].</summary>
    Sealed,

    /// <summary>The server secret is published [已公开].</summary>
    Opened,

    /// <summary>Ended by a void entry; it keeps its number and is still opened [已作废].</summary>
    Voided,
}

/// <summary>One attempt of a draw [抽取]: from the commitment to the opening. The log's entries say the same, and are compared with it.</summary>
[StoredKind("Draw")]
public sealed class Draw : EditableRow
{
    /// <summary>The draw's id in the record: the leading task's number.</summary>
    public required string Number { get; init; }

    /// <summary>1, 2, 3 … without gap.</summary>
    public required int Attempt { get; init; }

    /// <summary>Title, for people.</summary>
    public required string Title { get; init; }

    /// <summary>The published plan's number.</summary>
    public required string PlanNumber { get; init; }

    /// <summary>Numbers of the tasks drawn together, ascending; each is a part.</summary>
    public required List<string> Tasks { get; init; }

    /// <summary>Of a second stage [二次匹配]: the number of the draw whose subjects get their teams by it; null for an ordinary draw.</summary>
    public string? StageOf { get; init; }

    /// <summary>Account of the operator who committed; null at the command line.</summary>
    public Guid? Operator { get; init; }

    /// <summary>His name.</summary>
    public required string OperatorName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CommittedAt { get; init; }

    /// <summary>0-based place of <c>draw.commit</c> in the log.</summary>
    public required int CommitIndex { get; init; }

    /// <summary>The server secret and the salt master (32 bytes each), sealed under the key file.</summary>
    public required byte[] SealedSecret { get; init; }

    /// <summary>Last moment for the opening, UTC.</summary>
    public required DateTimeOffset OpenBy { get; init; }

    /// <summary>Where it stands.</summary>
    public DrawState State { get; private set; }

    /// <summary>Subjects drawn; null before the seal.</summary>
    public int? Drawn { get; private set; }

    /// <summary>Teams matched; null before the seal, 0 when the matching was impossible.</summary>
    public int? Teams { get; private set; }

    /// <summary>Source of the public randomness named beforehand; null without one.</summary>
    public BeaconSource? BeaconSource { get; init; }

    /// <summary>Its round.</summary>
    public string? BeaconRound { get; init; }

    /// <summary>Place of <c>draw.beacon</c>; null before it is told.</summary>
    public int? BeaconIndex { get; private set; }

    /// <summary>Whether the draw waits for the public randomness, once the contributions are revealed.</summary>
    internal bool AwaitsBeacon => State == DrawState.Revealed && BeaconSource is not null && BeaconIndex is null;

    /// <summary>When the last contribution could be made, where telephones reveal theirs after it; else null. UTC.</summary>
    public DateTimeOffset? ContributionsClosedAt { get; private set; }

    /// <summary>UTC; null before the seal.</summary>
    public DateTimeOffset? SealedAt { get; private set; }

    /// <summary>Place of <c>draw.sealed</c>.</summary>
    public int? SealedIndex { get; private set; }

    /// <summary>Place of <c>draw.void</c>.</summary>
    public int? VoidIndex { get; private set; }

    /// <summary>Why it is voided, in words; null otherwise.</summary>
    public string? VoidReason { get; private set; }

    /// <summary>When it was decided that it ends; the log tells it as soon as the quorum has cosigned what came before. UTC; null otherwise.</summary>
    public DateTimeOffset? VoidDecidedAt { get; private set; }

    /// <summary>UTC; null before the opening.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>Place of <c>draw.opened</c>.</summary>
    public int? OpenedIndex { get; private set; }

    /// <summary>When the first notice was served; from then on the attempt cannot be voided.</summary>
    public DateTimeOffset? NoticeServedAt { get; private set; }

    /// <summary>The name under which witness keys are unlocked for it.</summary>
    public string Ceremony => Name(Number, Attempt);

    /// <summary>Whether the list of this attempt counts: sealed, not voided.</summary>
    public bool Counts => State is DrawState.Sealed or DrawState.Opened;

    /// <summary>Whether it is decided that it ends, and the log does not tell it yet: nothing else is done with it.</summary>
    public bool IsVoidPending => VoidDecidedAt is not null && State != DrawState.Voided;

    /// <summary>Number and attempt in one.</summary>
    public static string Name(string number, int attempt) => $"{number}/{attempt}";

    /// <summary>Commitments of witnesses are in the log.</summary>
    internal void Contributed() => State = DrawState.Contributing;

    /// <summary>Nobody contributes any more; the first time counts.</summary>
    internal void CloseContributions(DateTimeOffset at) => ContributionsClosedAt ??= at;

    /// <summary>The contributions are revealed.</summary>
    internal void Reveal() => State = DrawState.Revealed;

    /// <summary>The public randomness is told, at that place of the log.</summary>
    internal void TellBeacon(int index) => BeaconIndex = index;

    /// <summary>Drawn and matched, told at that place of the log.</summary>
    internal void Seal(int index, DateTimeOffset at, int drawn, int teams) =>
        (State, SealedIndex, SealedAt, Drawn, Teams) = (DrawState.Sealed, index, at, drawn, teams);

    /// <summary>It is decided that it ends; nothing else is done with it any more.</summary>
    internal void DecideVoid(string reason, DateTimeOffset at) => (VoidReason, VoidDecidedAt) = (reason, at);

    /// <summary>Ends it, at that place of the log.</summary>
    internal void Void(int index, string reason) => (State, VoidIndex, VoidReason) = (DrawState.Voided, index, reason);

    /// <summary>Publishes its secret, at that place of the log; a voided attempt stays voided.</summary>
    internal void Open(int index, DateTimeOffset at) =>
        (State, OpenedIndex, OpenedAt) = (State == DrawState.Voided ? DrawState.Voided : DrawState.Opened, index, at);

    /// <summary>Notes that a notice has been served; the first one counts.</summary>
    public void NoticeServed(DateTimeOffset at) => NoticeServedAt ??= at;
}

/// <summary>A frozen list or the result of an attempt [冻结文件], byte for byte as the record holds it. Never changed.</summary>
[AppendOnly]
[StoredKind("DrawFile")]
public sealed class DrawFile : CountyRow
{
    /// <summary>The roster's file name.</summary>
    public const string Roster = "roster.jsonl";

    /// <summary>The inspectors' file name.</summary>
    public const string Inspectors = "inspectors.jsonl";

    /// <summary>The recusals' file name.</summary>
    public const string Recusals = "recusals.jsonl";

    /// <summary>The result's file name.</summary>
    public const string Result = "result.json";

    /// <summary>The draw.</summary>
    public required string Draw { get; init; }

    /// <summary>The attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>File name in the record.</summary>
    public required string Name { get; init; }

    /// <summary>Its bytes.</summary>
    public required byte[] Bytes { get; init; }
}

/// <summary>One witness's share of the chance [见证人贡献]: named at the commitment, entered, logged, revealed.</summary>
[StoredKind("WitnessShare")]
public sealed class WitnessShare : EditableRow
{
    /// <summary>The draw.</summary>
    public required string Draw { get; init; }

    /// <summary>The attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>The witness's id in the commit record.</summary>
    public required string Witness { get; init; }

    /// <summary>Whom he stands for.</summary>
    public required string Role { get; init; }

    /// <summary>True for a standing witness, who also cosigns; false for a guest.</summary>
    public required bool IsStanding { get; init; }

    /// <summary>Nonce (32 bytes) and value, sealed under the key file until the reveal; null before they are entered, and while a telephone keeps them.</summary>
    public byte[]? SealedValue { get; private set; }

    /// <summary>SHA-256 of the secret in the link by which he takes part on his own telephone; null without one.</summary>
    public byte[]? LinkHash { get; private set; }

    /// <summary>Until when that link opens. UTC.</summary>
    public DateTimeOffset? LinkUntil { get; private set; }

    /// <summary>Whether he has committed, and his telephone alone knows to what.</summary>
    internal bool AwaitsReveal => Commitment is not null && SealedValue is null && RevealIndex is null;

    /// <summary>The commitment, 64 hex digits; null before.</summary>
    public string? Commitment { get; private set; }

    /// <summary>Place of <c>witness.commit</c>.</summary>
    public int? CommitIndex { get; private set; }

    /// <summary>Place of <c>witness.reveal</c>.</summary>
    public int? RevealIndex { get; private set; }

    /// <summary>Lets him take part on his own telephone; a link sent before no longer opens.</summary>
    internal void Invite(byte[]? linkHash, DateTimeOffset until) => (LinkHash, LinkUntil) = (linkHash, until);

    /// <summary>He has committed; the value stays with his telephone.</summary>
    internal void Commit(string commitment) => Commitment = commitment;

    /// <summary>He has committed to what is kept here under the key file.</summary>
    internal void Enter(byte[] sealedValue, string commitment) => (SealedValue, Commitment) = (sealedValue, commitment);

    /// <summary>His telephone tells what it had kept.</summary>
    internal void Tell(byte[] sealedValue) => SealedValue = sealedValue;

    /// <summary>His commitment is in the log.</summary>
    internal void LogCommitment(int index) => CommitIndex = index;

    /// <summary>His value is in the log.</summary>
    internal void LogReveal(int index) => RevealIndex = index;
}

/// <summary>A change of a sealed attempt [变更]: what the log says without names, with the names that the opening tells.</summary>
[KeptInDrawRecord]
[AppendOnly]
[StoredKind("DrawChange")]
public sealed class DrawChange : CountyRow
{
    /// <summary>The type of a supplement's entry.</summary>
    public const string Extend = "draw.extend";

    /// <summary>The draw.</summary>
    public required string Draw { get; init; }

    /// <summary>The attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>Place of the entry in the log.</summary>
    public required int Index { get; init; }

    /// <summary>Type of the entry, e.g. <c>draw.extend</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who approved.</summary>
    public required string Approval { get; init; }

    /// <summary>Candidates passed over in a substitution, each with the reason; else empty.</summary>
    public IReadOnlyList<Passed> Skipped { get; init; } = [];

    /// <summary>Subject codes added, or the inspector's number that took the place.</summary>
    public required List<string> Names { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A candidate passed over, with the reason.</summary>
/// <param name="Inspector">Number of the inspector.</param>
/// <param name="Reason">Why he was not available.</param>
public sealed record Passed(string Inspector, string Reason);
