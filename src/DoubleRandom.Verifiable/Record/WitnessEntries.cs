using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Record;

/// <summary><c>witness.commit</c> (见证人承诺, A.4, A.6): a witness binds itself to a value; before the first reveal.</summary>
/// <param name="Witness">The witness id of the commit record.</param>
/// <param name="Commit">The commitment, see <see cref="Drawing.Contribution.CommitmentOf"/>.</param>
public sealed record WitnessCommit(string Witness, Bytes32 Commit) : EntryBody
{
    internal static readonly string[] Names = ["commit", "witness"];

    /// <inheritdoc/>
    public override string Type => "witness.commit";

    /// <inheritdoc/>
    public override JsonObject ToJson() => Json.Object(("commit", Commit), ("witness", Witness));

    internal static WitnessCommit Read(Members members) => new(members.Id("witness"), members.Bytes("commit"));
}

/// <summary><c>witness.reveal</c> (见证人揭示, A.4, A.6): opens the witness's commitment.</summary>
/// <param name="Witness">The witness id of the commit record.</param>
/// <param name="Nonce">The 32 bytes picked by the witness's device.</param>
/// <param name="Value">What the witness entered: numbers shouted, dice, a phrase.</param>
public sealed record WitnessReveal(string Witness, Bytes32 Nonce, string Value) : EntryBody
{
    internal static readonly string[] Names = ["nonce", "value", "witness"];

    /// <inheritdoc/>
    public override string Type => "witness.reveal";

    /// <inheritdoc/>
    public override JsonObject ToJson() => Json.Object(("nonce", Nonce), ("value", Value), ("witness", Witness));

    internal static WitnessReveal Read(Members members) => new(members.Id("witness"), members.Bytes("nonce"), members.Text("value"));
}
