using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Inspections;

/// <summary>
/// What the log is told of a publication [公示存证]: the hash of exactly what the public may read of one edition. The statement itself
/// can be had from the portal, so that anybody can see that a published result was not changed afterwards.
/// </summary>
public static class ResultStatement
{
    /// <summary>Type of the entry.</summary>
    public const string Type = "result.published";

    private const string Version = "result/1";

    /// <summary>Canonical bytes of one edition, from its public rows; their order does not matter.</summary>
    public static byte[] Of(IReadOnlyCollection<PublishedResult> rows)
    {
        var first = rows.First();
        return CanonicalBytes.Of(Json.Object(
            ("edition", first.Edition),
            ("reason", first.Reason ?? ""),
            ("result", first.Visit.Value.ToString()),
            ("results", Json.Array(rows.OrderBy(r => r.Item, StringComparer.Ordinal).Select(Line))),
            ("subject", first.SubjectCode),
            ("subjectName", first.SubjectName),
            ("v", Version)));
    }

    /// <summary>The entry for an edition.</summary>
    internal static LogEntry Entry(Suite suite, string draw, int attempt, IReadOnlyCollection<PublishedResult> rows)
    {
        var first = rows.First();
        return new LogEntry(draw, attempt, RecordTime.From(first.PublishedAt), new OtherEntry(Type, Json.Object(
            ("edition", first.Edition),
            ("hash", suite.Hash(Of(rows)).ToString()),
            ("result", first.Visit.Value.ToString()))));
    }

    private static JsonObject Line(PublishedResult row) => Json.Object(
        ("codes", Json.Array(row.Codes.Order().Select(code => (Json)(int)code))),
        ("completedOn", row.CompletedOn.ToString("yyyy-MM-dd", null)),
        ("department", row.Department.Code),
        ("item", row.Item),
        ("itemName", row.ItemName),
        ("plan", row.PlanNumber),
        ("task", row.TaskNumber),
        ("taskName", row.TaskName));
}
