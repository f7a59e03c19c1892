using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Record;

/// <summary>
/// The seed and the three keys of a draw (种子与密钥, A.6). Whoever lacks the server secret cannot compute them; whoever
/// has it could not foresee the contributions and the beacon.
/// </summary>
/// <param name="Seed">The seed.</param>
/// <param name="Ticket">Key of the subjects' tickets.</param>
/// <param name="Match">Key of the matching and of substitution orders.</param>
/// <param name="Reveal">Key of the openings' salts.</param>
public sealed record DrawKeys(Bytes32 Seed, Bytes32 Ticket, Bytes32 Match, Bytes32 Reveal)
{
    /// <summary>Derives seed and keys; the beacon value is null when the commit record names none.</summary>
    public static DrawKeys Derive(Suite suite, Bytes32 serverSecret, CommitRecord commit, IEnumerable<Contribution> contributions, BeaconValue? beacon)
    {
        var seed = suite.TaggedMac(
            serverSecret,
            "drdr/1/seed",
            suite.Hash(CanonicalBytes.Of(commit.ToJson())),
            suite.Hash(CanonicalBytes.Of(Contribution.ToJson(contributions))),
            suite.Hash(CanonicalBytes.Of(beacon?.ToJson() ?? (Json)JsonNull.Instance)));
        return new DrawKeys(seed, Key("ticket"), Key("match"), Key("reveal"));

        Bytes32 Key(string name) => suite.TaggedMac(seed, "drdr/1/key", name);
    }

    /// <summary>Whether a seal commits to these keys.</summary>
    internal bool AreCommittedIn(Suite suite, DrawSealed body) => (body.TicketCommit, body.MatchCommit, body.RevealCommit)
        == (CommitmentTo(suite, Ticket), CommitmentTo(suite, Match), CommitmentTo(suite, Reveal));

    /// <summary>The public commitment to one key, which stands in <c>draw.sealed</c>.</summary>
    public static Bytes32 CommitmentTo(Suite suite, Bytes32 key) => suite.TaggedHash("drdr/1/key-commit", key);
}
