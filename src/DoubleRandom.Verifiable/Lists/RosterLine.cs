using System.Text;
using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Lists;

/// <summary>
/// A subject as frozen for one draw (检查对象名单的一行, A.3). Excluded subjects stay in the file with their reason, so that
/// an omission is visible.
/// </summary>
/// <param name="Id">The subject's id, e.g. its credit code.</param>
/// <param name="Area">The area that drives locality of matching.</param>
/// <param name="Attributes">Text attributes, among them every stratum attribute of the draw's parts.</param>
/// <param name="Exclusion">Empty when it takes part, else the reason code, e.g. <c>deregistered</c>.</param>
/// <param name="Items">Inspection items that apply in this draw, ascending.</param>
/// <param name="Salt">Sixteen bytes as 32 hex digits, see <see cref="LineSalt"/>.</param>
/// <param name="Skipped">Items that would apply but are left out, each with its reason code; disjoint from <paramref name="Items"/>.</param>
public sealed record RosterLine(
    string Id,
    string Area,
    IReadOnlyDictionary<string, string> Attributes,
    string Exclusion,
    IReadOnlyList<string> Items,
    string Salt,
    IReadOnlyDictionary<string, string> Skipped) : IFrozenLine<RosterLine>
{
    private static readonly string[] Names = ["area", "attrs", "excl", "id", "items", "salt", "skip"];

    /// <inheritdoc/>
    public static string Kind => "roster";

    /// <summary>True when the subject takes part in the draw at all.</summary>
    public bool TakesPart => Exclusion.Length == 0;

    /// <inheritdoc/>
    public static Answer<RosterLine> Parse(ReadOnlySpan<byte> line) =>
        CanonicalBytes.Parse(line).Is(out var json, out var fault) ? Members.Read(json, "roster line", Names, Read) : fault;

    /// <summary>A roster may have millions of lines: they are checked where they lie and read when they are asked for.</summary>
    static Answer<FrozenLines<RosterLine>> IFrozenLine<RosterLine>.Check(LineFile file)
    {
        var fault = CheckedRange.FirstFault(file.InRanges(CheckedRange.Of));
        return fault is not null ? fault : new FrozenLines<RosterLine>(file, null);
    }

    static string IFrozenLine<RosterLine>.IdIn(ReadOnlySpan<byte> line) =>
        RosterScan.TryRead(line, stackalloc int[QuoteMarks.Most], out var scan) ? Encoding.ASCII.GetString(scan.Id.Of(line)) : Parse(line).OrThrow().Id;

    /// <inheritdoc/>
    public JsonObject ToJson() => Json.Object(
        ("area", Area),
        ("attrs", Json.Map(Attributes)),
        ("excl", Exclusion),
        ("id", Id),
        ("items", Json.Texts(Items)),
        ("salt", Salt),
        ("skip", Json.Map(Skipped)));

    private static RosterLine Read(Members members)
    {
        var line = new RosterLine(
            members.Id("id"),
            members.Id("area"),
            members.TextMap("attrs"),
            members.Text("excl"),
            members.Ascending("items", RecordId.IsValid),
            members.Hexadecimal("salt", LineSalt.Length),
            members.TextMap("skip", RecordId.IsValid));
        return line.Items.Any(line.Skipped.ContainsKey) || line.Skipped.Values.Any(reason => reason.Length == 0)
            ? members.Wrong("skip", "与 items 不相交，各有理由", "disjoint from items, each with its reason", line)
            : line;
    }
}
