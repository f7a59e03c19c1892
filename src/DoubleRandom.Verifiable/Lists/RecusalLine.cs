using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Lists;

/// <summary>
/// A recusal as frozen for one draw (回避, A.3): this inspector may not inspect this subject. Ids that the other files do
/// not know are allowed and without effect (A.11.5).
/// </summary>
/// <param name="Id">The recusal's own id.</param>
/// <param name="Inspector">The inspector's id.</param>
/// <param name="Subject">The subject's id; <c>object</c> in the record.</param>
/// <param name="Salt">Sixteen bytes as 32 hex digits, see <see cref="LineSalt"/>.</param>
public sealed record RecusalLine(string Id, string Inspector, string Subject, string Salt) : IFrozenLine<RecusalLine>
{
    private static readonly string[] Names = ["id", "inspector", "object", "salt"];

    /// <inheritdoc/>
    public static string Kind => "recusals";

    /// <inheritdoc/>
    public static Answer<RecusalLine> Parse(ReadOnlySpan<byte> line) =>
        CanonicalBytes.Parse(line).Is(out var json, out var fault) ? Members.Read(json, "recusal line", Names, Read) : fault;

    /// <inheritdoc/>
    public JsonObject ToJson() => Json.Object(("id", Id), ("inspector", Inspector), ("object", Subject), ("salt", Salt));

    private static RecusalLine Read(Members members) => new(
        members.Id("id"),
        members.Id("inspector"),
        members.Id("object"),
        members.Hexadecimal("salt", LineSalt.Length));
}
