using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Record;

/// <summary>
/// The proof on a notice (告知书证明, A.9, A.11.11), usually as QR code: this subject was among the drawn ones, in this
/// rank, before the notice; it tells nothing about any other subject.
/// </summary>
/// <param name="DrawId">The draw's id.</param>
/// <param name="Attempt">The attempt, from 1.</param>
/// <param name="LogIndex">0-based place of that attempt's <c>draw.sealed</c> in the log.</param>
/// <param name="Index">The opening's place among the sealed ones.</param>
/// <param name="Size">Number of sealed openings.</param>
/// <param name="Opening">The subject's opening.</param>
/// <param name="Path">Inclusion path to <c>objectRoot</c>.</param>
public sealed record NoticeProof(string DrawId, int Attempt, int LogIndex, int Index, int Size, JsonObject Opening, IReadOnlyList<Bytes32> Path)
{
    private const int LongestPath = 64;

    private static readonly string[] Names = ["attempt", "drawId", "index", "logIndex", "opening", "path", "size"];
    private static readonly string[] OpeningNames = ["batch", "id", "items", "kind", "parts", "salt"];

    /// <summary>The subject's id.</summary>
    public string Subject => (Opening["id"] as JsonText)?.Value ?? "";

    /// <summary>The proof for one drawn subject; one that was not drawn is a fault.</summary>
    public static Answer<NoticeProof> For(string drawId, int attempt, int logIndex, SealedOpenings subjects, string subject)
    {
        for (var i = 0; i < subjects.InOrder.Count; i++)
        {
            if (subjects.InOrder[i].SubjectOrBundle == subject)
            {
                return new NoticeProof(drawId, attempt, logIndex, i, subjects.Tree.Size, subjects.InOrder[i].Content, subjects.Tree.InclusionProof(i));
            }
        }

        return new Fault("notice.not-drawn", $"检查对象 {subject} 未被抽中。", $"Subject {subject} was not drawn.");
    }

    /// <summary>Reads a proof; anything but canonical bytes with exact members is a fault.</summary>
    public static Answer<NoticeProof> Parse(ReadOnlySpan<byte> bytes) =>
        CanonicalBytes.Parse(bytes).Is(out var json, out var fault) ? Members.Read(json, "notice proof", Names, Read) : fault;

    /// <summary>The proof in canonical bytes.</summary>
    public byte[] ToBytes() => CanonicalBytes.Of(Json.Object(
        ("attempt", Attempt),
        ("drawId", DrawId),
        ("index", Index),
        ("logIndex", LogIndex),
        ("opening", Opening),
        ("path", Json.Array(Path.Select(hash => (Json)hash))),
        ("size", Size)));

    /// <summary>Why the proof does not hold against the whole log, or null when it does.</summary>
    public Fault? Contradiction(Suite suite, IReadOnlyList<LogEntry> log)
    {
        var entry = LogIndex < log.Count ? log[LogIndex] : null;
        return entry is { Body: DrawSealed body } && entry.DrawId == DrawId && entry.Attempt == Attempt
            ? Contradiction(suite, body)
            : new Fault("notice.log-index", "所指日志条目不是该次抽取的密封条目。", "The log entry it points to is not that attempt's draw.sealed.");
    }

    /// <summary>Why the proof does not hold against one sealed entry, or null when it does.</summary>
    public Fault? Contradiction(Suite suite, DrawSealed sealedBody)
    {
        var leaf = MerkleHash.Leaf(suite, CanonicalBytes.Of(Opening));
        return Size == sealedBody.ObjectCount && MerkleProof.Includes(suite, sealedBody.ObjectRoot, Size, Index, leaf, Path)
            ? null
            : new Fault("notice.path", "证明路径不通向密封的名单根。", "The path does not lead to the sealed root.");
    }

    private static NoticeProof Read(Members members)
    {
        var path = members.Texts("path", text => Hex.Is(text, Bytes32.Length));
        members.Nested("opening", OpeningNames, opening =>
        {
            opening.Integer("batch", 1);
            opening.Id("id");
            opening.Ascending("items", RecordId.IsValid);
            opening.List("parts", PartRank.Names, PartRank.Read);
            opening.Bytes("salt");
            return opening.Text("kind") == "object" ? "object" : opening.Wrong("kind", "object", "'object'", "");
        });
        return new NoticeProof(
            members.Id("drawId"),
            members.Integer("attempt", 1),
            members.Integer("logIndex", 0),
            members.Integer("index", 0),
            members.Integer("size", 1),
            members["opening"] as JsonObject ?? Json.Object(),
            path.Count <= LongestPath ? path.Select(Bytes32.Parse).ToArray() : members.Wrong("path", "不过长的路径", "a path of sensible length", Array.Empty<Bytes32>()));
    }
}
