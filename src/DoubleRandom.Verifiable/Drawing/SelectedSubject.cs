using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>Where a subject was drawn (入选依据, A.7): the part, the stratum and the rank in it.</summary>
/// <param name="Part">The part's id.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Stratum">The stratum's key.</param>
public sealed record PartRank(string Part, int Rank, string Stratum)
{
    internal static readonly string[] Names = ["part", "rank", "stratum"];

    internal JsonObject ToJson() => Json.Object(("part", Part), ("rank", Rank), ("stratum", Stratum));

    internal static PartRank Read(Members members) => new(members.Id("part"), members.Integer("rank", 1), members.Text("stratum"));
}

/// <summary>A drawn subject (抽中对象, A.7): one door, one visit, for the items of every part that drew it.</summary>
/// <param name="Id">The subject's id.</param>
/// <param name="Batch">Batch number from 1.</param>
/// <param name="Items">Items to inspect, ascending: the union over the parts that drew it.</param>
/// <param name="Parts">The parts that drew it, ascending.</param>
/// <param name="Ticket">Its ticket.</param>
public sealed record SelectedSubject(string Id, int Batch, IReadOnlyList<string> Items, IReadOnlyList<PartRank> Parts, Bytes32 Ticket)
{
    internal static readonly string[] Names = ["batch", "id", "items", "parts", "ticket"];

    /// <summary>The subject as <c>selected</c> holds it.</summary>
    public JsonObject ToJson() => Json.Object(
        ("batch", Batch),
        ("id", Id),
        ("items", Json.Texts(Items)),
        ("parts", Json.Array(Parts.Select(part => part.ToJson()))),
        ("ticket", Ticket));

    internal static SelectedSubject Read(Members members) => new(
        members.Id("id"),
        members.Integer("batch", 1),
        members.Ascending("items", RecordId.IsValid),
        members.List("parts", PartRank.Names, PartRank.Read),
        members.Bytes("ticket"));
}
