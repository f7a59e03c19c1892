using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Matching;

namespace DoubleRandom.Verifiable.Record;

/// <summary>
/// What a sealed commitment hides until it is told (密封内容, A.9): one drawn subject or one team, with a salt that keeps
/// outsiders from guessing.
/// </summary>
/// <param name="SubjectOrBundle">The subject's or the bundle's id.</param>
/// <param name="Content">The opening as JSON.</param>
/// <param name="Commitment">Merkle leaf hash of its canonical bytes.</param>
public sealed record Opening(string SubjectOrBundle, JsonObject Content, Bytes32 Commitment)
{
    /// <summary>The opening of a drawn subject.</summary>
    public static Opening OfSubject(Suite suite, Bytes32 revealKey, SelectedSubject subject) => Of(suite, subject.Id, Json.Object(
        ("batch", subject.Batch),
        ("id", subject.Id),
        ("items", Json.Texts(subject.Items)),
        ("kind", "object"),
        ("parts", Json.Array(subject.Parts.Select(part => part.ToJson()))),
        ("salt", suite.TaggedMac(revealKey, "drdr/1/salt-object", subject.Id))));

    /// <summary>The opening of a team.</summary>
    public static Opening OfTeam(Suite suite, Bytes32 revealKey, Bundle bundle) => Of(suite, bundle.Id, Json.Object(
        ("bundle", bundle.Id),
        ("kind", "team"),
        ("objects", Json.Texts(bundle.Subjects)),
        ("salt", suite.TaggedMac(revealKey, "drdr/1/salt-team", bundle.Id)),
        ("team", bundle.TeamToJson())));

    private static Opening Of(Suite suite, string id, JsonObject content) =>
        new(id, content, MerkleHash.Leaf(suite, CanonicalBytes.Of(content)));
}

/// <summary>Openings under one Merkle root (密封名单, A.9), sorted by commitment so that their order tells nothing.</summary>
public sealed class SealedOpenings
{
    private SealedOpenings(IReadOnlyList<Opening> inOrder, MerkleTree tree) => (InOrder, Tree) = (inOrder, tree);

    /// <summary>Ascending by commitment.</summary>
    public IReadOnlyList<Opening> InOrder { get; }

    /// <summary>The tree over the commitments.</summary>
    public MerkleTree Tree { get; }

    /// <summary>Seals openings given in any order.</summary>
    public static SealedOpenings Of(Suite suite, IEnumerable<Opening> openings)
    {
        var sorted = openings.OrderBy(opening => opening.Commitment).ToArray();
        return new SealedOpenings(sorted, MerkleTree.OfLeaves(suite, sorted.Select(opening => opening.Commitment)));
    }
}
