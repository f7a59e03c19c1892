using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Matching;

namespace DoubleRandom.Verifiable.Record;

/// <summary>The result of an attempt (抽取结果, A.8): <c>result.json</c>. Its hash is what <c>draw.opened</c> names.</summary>
/// <param name="Bundles">Bundles with teams; empty without matching, or when the matching is infeasible.</param>
/// <param name="Parts">Each part's id and quota table, ascending by id.</param>
/// <param name="Selected">The drawn subjects in draw order.</param>
public sealed record DrawResult(IReadOnlyList<Bundle> Bundles, IReadOnlyList<PartNumbers> Parts, IReadOnlyList<SelectedSubject> Selected)
{
    private static readonly string[] Names = ["bundles", "parts", "selected", "v"];

    /// <summary>Reads <c>result.json</c>; anything but canonical bytes with exact members is a fault.</summary>
    public static Answer<DrawResult> Parse(ReadOnlySpan<byte> bytes) =>
        CanonicalBytes.Parse(bytes).Is(out var json, out var fault) ? Members.Read(json, "result", Names, Read) : fault;

    /// <summary>J(result).</summary>
    public byte[] ToBytes() => CanonicalBytes.Of(Json.Object(
        ("bundles", Json.Array(Bundles.Select(bundle => bundle.ToJson()))),
        ("parts", Json.Array(Parts.Select(part => part.ToJson()))),
        ("selected", Json.Array(Selected.Select(subject => subject.ToJson()))),
        ("v", RecordFormat.Version)));

    private static DrawResult Read(Members members)
    {
        if (members.Text("v") != RecordFormat.Version)
        {
            members.Wrong("v", RecordFormat.Version, RecordFormat.Version, "");
        }

        return new DrawResult(
            members.List("bundles", Bundle.Names, Bundle.Read),
            members.List("parts", PartNumbers.Names, PartNumbers.Read),
            members.List("selected", SelectedSubject.Names, SelectedSubject.Read));
    }
}

/// <summary>A part's numbers as the result repeats them (各部分抽取数).</summary>
/// <param name="Id">The part's id.</param>
/// <param name="Eligible">N_h per stratum.</param>
/// <param name="Quotas">q_h per stratum.</param>
public sealed record PartNumbers(string Id, IReadOnlyDictionary<string, int> Eligible, IReadOnlyDictionary<string, int> Quotas)
{
    internal static readonly string[] Names = ["eligible", "id", "quotas"];

    internal static PartNumbers Of(Part part) => new(
        part.Id,
        part.QuotaTable.Rows.ToDictionary(row => row.Stratum, row => row.Eligible, StringComparer.Ordinal),
        part.QuotaTable.Rows.ToDictionary(row => row.Stratum, row => row.Quota, StringComparer.Ordinal));

    internal static PartNumbers Read(Members members) =>
        new(members.Id("id"), members.IntegerMap("eligible", 0), members.IntegerMap("quotas", 0));

    internal JsonObject ToJson() => Json.Object(("eligible", Json.Map(Eligible)), ("id", Id), ("quotas", Json.Map(Quotas)));
}
