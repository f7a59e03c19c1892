using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Record;

/// <summary>
/// <c>draw.opened</c> (公开, A.4): the server secret is published and with it everything becomes recomputable. Required for
/// every attempt, voided ones too.
/// </summary>
/// <param name="ServerSecret">The 32 bytes the commit record bound.</param>
/// <param name="ResultHash">H(J(result)); null (written as "") only for a voided attempt.</param>
/// <param name="Changes">The names behind every extend, replace and substitute entry, in log order (A.11.10).</param>
public sealed record DrawOpened(Bytes32 ServerSecret, Bytes32? ResultHash, IReadOnlyList<OpenedChange> Changes) : EntryBody
{
    internal static readonly string[] Names = ["changes", "resultHash", "serverSecret"];

    /// <inheritdoc/>
    public override string Type => "draw.opened";

    /// <inheritdoc/>
    public override JsonObject ToJson() => Json.Object(
        ("changes", Json.Array(Changes.Select(change => change.ToJson()))),
        ("resultHash", ResultHash is { } hash ? hash : ""),
        ("serverSecret", ServerSecret));

    internal static DrawOpened Read(Members members) =>
        new(members.Bytes("serverSecret"), members.BytesOrEmpty("resultHash"), OpenedChange.ReadAll(members));
}
