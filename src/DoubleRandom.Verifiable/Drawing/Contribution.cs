using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>A witness's share of the chance (见证人贡献, A.6): nonce and value as revealed.</summary>
/// <param name="Witness">The witness id of the commit record.</param>
/// <param name="Nonce">The 32 bytes picked by the witness's device.</param>
/// <param name="Value">What the witness entered.</param>
public sealed record Contribution(string Witness, Bytes32 Nonce, string Value)
{
    /// <summary>The commitment a witness logs before anything is revealed.</summary>
    public static Bytes32 CommitmentOf(Suite suite, string drawId, int attempt, string witness, Bytes32 nonce, string value) =>
        suite.TaggedHash("drdr/1/witness-commit", drawId, attempt, witness, nonce, value);

    /// <summary>The array of all contributions, ascending by witness, whose hash enters the seed.</summary>
    public static JsonArray ToJson(IEnumerable<Contribution> contributions) => Json.Array(contributions
        .OrderBy(c => c.Witness, StringComparer.Ordinal)
        .Select(c => Json.Object(("nonce", c.Nonce), ("value", c.Value), ("witness", c.Witness))));
}
