using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Record;

/// <summary>One entry of the log (日志条目, A.4): <c>{"attempt","body","drawId","t","type","v"}</c>.</summary>
/// <param name="DrawId">The draw it belongs to.</param>
/// <param name="Attempt">0 for <c>plan.registered</c>, else from 1; any number from 0 for other entry types.</param>
/// <param name="At">The operator's statement of the time.</param>
/// <param name="Body">What it says.</param>
public sealed record LogEntry(string DrawId, int Attempt, RecordTime At, EntryBody Body)
{
    private static readonly string[] Names = ["attempt", "body", "drawId", "t", "type", "v"];

    /// <summary>The line without its line feed: the Merkle leaf.</summary>
    public byte[] ToBytes() => CanonicalBytes.Of(Json.Object(
        ("attempt", Attempt),
        ("body", Body.ToJson()),
        ("drawId", DrawId),
        ("t", At.ToString()),
        ("type", Body.Type),
        ("v", RecordFormat.Version)));

    /// <summary>The leaf hash of the entry, e.g. for <c>prevVoid</c>.</summary>
    public Bytes32 LeafHash(Suite suite) => MerkleHash.Leaf(suite, ToBytes());

    /// <summary>Reads one line; anything but canonical bytes with exact members is a fault.</summary>
    public static Answer<LogEntry> Parse(ReadOnlySpan<byte> line)
    {
        if (!CanonicalBytes.Parse(line).Is(out var json, out var fault)
            || !Members.Read(json, "log entry", Names, Frame.Read).Is(out var frame, out fault)
            || !EntryBodies.Parse(frame.Type, frame.Body).Is(out var body, out fault))
        {
            return fault;
        }

        var isPlan = body is PlanRegistered;
        return body is OtherEntry || isPlan == (frame.Attempt == 0)
            ? new LogEntry(frame.DrawId, frame.Attempt, frame.At, body)
            : new Fault("entry.attempt", "plan.registered 的次数为 0，其他条目从 1 起。", "The attempt is 0 for plan.registered and 1 or more otherwise.");
    }

    private sealed record Frame(string DrawId, int Attempt, RecordTime At, string Type, JsonObject Body)
    {
        public static Frame Read(Members members)
        {
            if (members.Text("v") != RecordFormat.Version)
            {
                members.Wrong("v", RecordFormat.Version, RecordFormat.Version, "");
            }

            var body = members["body"] as JsonObject ?? members.Wrong("body", "对象", "an object", Json.Object());
            return new Frame(members.Id("drawId"), members.Integer("attempt", 0), members.Time("t"), members.Text("type"), body);
        }
    }
}
