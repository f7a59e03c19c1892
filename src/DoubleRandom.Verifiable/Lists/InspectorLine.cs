using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Lists;

/// <summary>An inspector as frozen for one draw (执法检查人员名单的一行, A.3). Excluded inspectors stay in the file.</summary>
/// <param name="Id">The inspector's human number, never a certificate or identity number.</param>
/// <param name="Area">The inspector's home area.</param>
/// <param name="Cap">Most teams the inspector can join in this draw, 0 or more.</param>
/// <param name="Department">The department.</param>
/// <param name="Exclusion">Empty when available, else the reason code, e.g. <c>on-leave</c>.</param>
/// <param name="IsLeader">True when the inspector may lead a team.</param>
/// <param name="Load">Teams already served in the balancing period, 0 or more.</param>
/// <param name="Qualifications">Qualifications, ascending.</param>
/// <param name="Salt">Sixteen bytes as 32 hex digits, see <see cref="LineSalt"/>.</param>
public sealed record InspectorLine(
    string Id,
    string Area,
    int Cap,
    string Department,
    string Exclusion,
    bool IsLeader,
    int Load,
    IReadOnlyList<string> Qualifications,
    string Salt) : IFrozenLine<InspectorLine>
{
    private static readonly string[] Names = ["area", "cap", "dept", "excl", "id", "leader", "load", "quals", "salt"];

    /// <inheritdoc/>
    public static string Kind => "inspectors";

    /// <summary>True when the inspector takes part in the matching at all.</summary>
    public bool TakesPart => Exclusion.Length == 0;

    /// <inheritdoc/>
    public static Answer<InspectorLine> Parse(ReadOnlySpan<byte> line) =>
        CanonicalBytes.Parse(line).Is(out var json, out var fault) ? Members.Read(json, "inspector line", Names, Read) : fault;

    /// <inheritdoc/>
    public JsonObject ToJson() => Json.Object(
        ("area", Area),
        ("cap", Cap),
        ("dept", Department),
        ("excl", Exclusion),
        ("id", Id),
        ("leader", IsLeader),
        ("load", Load),
        ("quals", Json.Texts(Qualifications)),
        ("salt", Salt));

    private static InspectorLine Read(Members members) => new(
        members.Id("id"),
        members.Id("area"),
        members.Integer("cap", 0),
        members.Id("dept"),
        members.Text("excl"),
        members.Truth("leader"),
        members.Integer("load", 0),
        members.Ascending("quals"),
        members.Hexadecimal("salt", LineSalt.Length));
}
