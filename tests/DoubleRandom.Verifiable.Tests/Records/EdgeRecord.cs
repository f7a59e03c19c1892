using System.Text;
using System.Text.RegularExpressions;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Checks;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;
using Files = System.Collections.Generic.Dictionary<string, System.ReadOnlyMemory<byte>>;

namespace DoubleRandom.Verifiable.Tests.Records;

/// <summary>A record at the edge of a rule, on which two checkers could differ; the rule says what it is.</summary>
/// <param name="What">What stands in it.</param>
/// <param name="Verdict">What the format's text says of it.</param>
/// <param name="Files">Its files.</param>
/// <param name="Trust">The verifier's own anchors.</param>
internal sealed record EdgeRecord(string What, Verdict Verdict, Func<Files> Files, byte[] Trust)
{
    private static readonly byte[] Usual = ARecord.Trust.ToBytes();
    private static readonly DrawVoid Power = new("venue-power-failure", "停电", "A 与 B");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EdgeRecord> All { get; } =
    [
        Bad("a beacon before the commitment", BeaconFirst),
        Good("files of other names beside the checkpoints", () => With(Honest(), "checkpoints/.DS_Store", "checkpoints/old/00000002.txt")),
        Bad("files of an attempt there is not", () => With(Honest(), "attempt-9/roster.jsonl")),
        Good("a folder whose number no attempt could have", () => With(Honest(), "attempt-01/roster.jsonl")),
        Bad("files at the top beside two attempts", () => With(TwoAttempts().Files, "roster.jsonl")),
        Good("two attempts and another draw", () => BesideAnother(drop: null)),
        Bad("two attempts, the last without its files, and another draw", () => BesideAnother("attempt-2/")),
        Bad("two attempts, the voided one told without its files, and another draw", () => BesideAnother("attempt-1/")),
        Bad("an opened draw without files beside a pending one with files", BesideAPendingOne),
        Good("a lottery's chain and round that read alike", () => TwoBeacons(new("cn-lottery", "a b", 0, "c"), new("cn-lottery", "a", 0, "b c"))),
        Good("a lottery's round by number and by text", () => TwoBeacons(new("cn-lottery", "a", 0, 5L), new("cn-lottery", "a", 0, "5"))),
        Bad("the same lottery round twice", () => TwoBeacons(new("cn-lottery", "a", 0, "b"), new("cn-lottery", "a", 0, "b"))),
        Bad("a pulse that is no number", () => Voided(c => c with { Beacon = new("nist-2", "", 60, "abc") })),
        Bad("a pulse before the first", () => Voided(c => c with { Beacon = new("nist-2", "", 60, 0L) })),
        Bad("a lottery without an issue", () => Voided(c => c with { Beacon = new("cn-lottery", "", 0, "") })),
        Bad("lottery numbers that are no text", () => Voided(c => c with { Beacon = Lottery }, new BeaconValue("cn-lottery", "b", Json.Object(("kind", "cn-lottery"), ("numbers", 5L), ("round", "b"))))),
        Good("lottery numbers as printed", () => Voided(c => c with { Beacon = Lottery }, BeaconValue.OfLottery("b", "5"))),
        Bad("a result of what was not sealed", () => With(Voided(c => c, with: true), "result.json")),
        Good("the lists of a voided attempt that was not sealed", () => Voided(c => c, with: true)),
        Bad("a void that tells its result and hides its change", ChangeUntold),
        Bad("a candidate passed over without a reason", () => new ARecord
        {
            Substitutions = [("b00001/SC/2", 1)],
            BendChanges = changes => [.. changes.Select(c => c is SubstitutedInspector s ? s with { Skipped = [.. s.Skipped.Select(k => k with { Reason = "" })] } : c)],
        }.Held()),
        Bad("an opaque entry of no draw id", () => Followed("""{"attempt":0,"body":{},"drawId":"a b","t":"2026-03-02T00:00:00Z","type":"result.published","v":"drdr/1"}""")),
        Bad("an opaque entry without a type", () => Followed("""{"attempt":0,"body":{},"drawId":"ab","t":"2026-03-02T00:00:00Z","type":"","v":"drdr/1"}""")),
        Bad("an entry of the year 0", () => Followed("""{"attempt":0,"body":{},"drawId":"ab","t":"0000-03-02T00:00:00Z","type":"x","v":"drdr/1"}""")),
        Good("an entry of another type", () => Followed("""{"attempt":0,"body":{},"drawId":"ab","t":"1969-03-02T00:00:00Z","type":"x","v":"drdr/1"}""")),
        Bad("a quota table out of order, voided", () => Voided(c => c with { Parts = [.. c.Parts.Select(p => p with { QuotaTable = new([.. p.QuotaTable.Rows.Reverse()]) })] })),
        Bad("a neighbour that is no area, voided", () => Rewritten(Voided(c => c), l => l.Replace("\"T1\":[\"T2\"]", "\"T1\":[\"T 2\"]", StringComparison.Ordinal))),
        Bad("a replacement whose evidence is no hash", () => Rewritten(new ARecord { Replacements = [("p1", "A")] }.Held(), l => Regex.Replace(l, "\"evidence\":\"[0-9a-f]{64}\"", "\"evidence\":\"a note\""))),
        Good("a short line under a witness's name", () => Notes(n => n.With(new("w.three", "AQIDBA==")))),
        Bad("a key name with a tab", () => Notes(n => n.With(new("x\ty", "AAAA")))),
        Bad("a key name with a plus", () => Notes(n => n.With(new("x+y", "AAAA")))),
        new("one witness who signs with two keys", Verdict.Invalid, () => Notes(OneWitnessTwice), Trusting($$"""{"alg":"ed25519-cosig","name":"w.one","pub":"{{SecondKey}}"},""")),
        new("a witness of two keys, honest", Verdict.Valid, Honest, Trusting($$"""{"alg":"ed25519-cosig","name":"w.one","pub":"{{SecondKey}}"},""")),
        new("a trusted key of small order", Verdict.Unusable, Honest, Trusting($$"""{"alg":"ed25519-cosig","name":"zz","pub":"01{{new string('0', 62)}}"},""")),
        new("a trusted key with a space in its name", Verdict.Unusable, Honest, Trusting($$"""{"alg":"ed25519-cosig","name":"z z","pub":"{{SecondKey}}"},""")),
        new("a trusted key twice", Verdict.Unusable, Honest, Trusting($$"""{"alg":"ed25519-cosig","name":"w.one","pub":"{{Convert.ToHexStringLower(Samples.Suite.PublicKey(Samples.Bytes("w.one")))}}"},""")),
        new("a trust file with another member", Verdict.Unusable, Honest, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Usual).Replace("{\"keys\"", "{\"comment\":\"x\",\"keys\"", StringComparison.Ordinal))),
    ];

    private static BeaconChoice Lottery => new("cn-lottery", "a", 0, "b");

    private static string SecondKey => Convert.ToHexStringLower(Samples.Suite.PublicKey(Samples.Bytes("w.one, second key")));

    /// <inheritdoc />
    public override string ToString() => What;

    private static EdgeRecord Good(string what, Func<Files> files) => new(what, Verdict.Valid, files, Usual);

    private static EdgeRecord Bad(string what, Func<Files> files) => new(what, Verdict.Invalid, files, Usual);

    private static byte[] Trusting(string key) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Usual).Replace("\"keys\":[", "\"keys\":[" + key, StringComparison.Ordinal));

    private static Files Honest() => new ARecord().Held();

    private static Files With(Files files, params string[] names)
    {
        foreach (var name in names)
        {
            files[name] = "x\n"u8.ToArray();
        }

        return files;
    }

    private static Files BeaconFirst()
    {
        var record = new ARecord();
        record.Append(0, new PlanRegistered(DrawKind.Both, "plan-2026", "task-1"));
        record.Checkpoint();
        var commit = record.CommitRecordOf();
        record.Append(1, BeaconValue.OfQuicknet(((JsonInteger)commit.Beacon!.Round).Value, new byte[48]));
        record.Append(1, commit);
        record.Checkpoint();
        return record.Files;
    }

    private static ARecord TwoAttempts()
    {
        var record = new ARecord { FirstIsVoided = Power };
        record.Held();
        record.Held(attempt: 2, record.Log.Single(e => e.Body is DrawVoid).LeafHash(Samples.Suite));
        return record;
    }

    private static Files BesideAnother(string? drop)
    {
        var first = TwoAttempts();
        var next = first.Followed(new ARecord { Roster = Freezing.Of(Samples.Suite, Samples.Roster(30)).OrThrow() }, "D2026-002");
        foreach (var (name, bytes) in first.Files.Where(f => f.Key.StartsWith("attempt-", StringComparison.Ordinal) && (drop is null || !f.Key.StartsWith(drop, StringComparison.Ordinal))))
        {
            next.Files[name] = bytes;
        }

        return next.Files;
    }

    private static Files BesideAPendingOne()
    {
        var first = new ARecord();
        first.Held();
        return first.Followed(new ARecord { Open = false, Roster = Freezing.Of(Samples.Suite, Samples.Roster(30)).OrThrow() }, "D2026-002").Files;
    }

    private static Files Voided(Func<CommitRecord, CommitRecord> bend, EntryBody? before = null, bool with = false) => VoidedRecord(bend, before, with).Files;

    private static ARecord VoidedRecord(Func<CommitRecord, CommitRecord> bend, EntryBody? before = null, bool with = false)
    {
        var record = new ARecord { BendCommit = bend };
        record.Append(0, new PlanRegistered(DrawKind.Both, "plan-2026", "task-1"));
        record.Commit();
        foreach (var body in new[] { before, Power, new DrawOpened(record.Secret, null, []) }.OfType<EntryBody>())
        {
            record.Append(1, body);
            record.Checkpoint();
        }

        if (with)
        {
            (record.Files["roster.jsonl"], record.Files["inspectors.jsonl"], record.Files["recusals.jsonl"]) = (record.Roster.Bytes, record.Inspectors.Bytes, record.Recusals.Bytes);
        }

        return record;
    }

    private static Files TwoBeacons(BeaconChoice one, BeaconChoice two)
    {
        var record = VoidedRecord(c => c with { Beacon = one });
        record.Append(2, record.CommitRecordOf(2, record.Log.Single(e => e.Body is DrawVoid).LeafHash(Samples.Suite)) with { Beacon = two });
        record.Checkpoint();
        return record.Files;
    }

    private static Files ChangeUntold()
    {
        var record = new ARecord { FirstIsVoided = Power, Extensions = [("p1", "A", 1)], BendChanges = _ => [] };
        record.Held();
        foreach (var name in record.Files.Keys.Where(n => n.StartsWith("attempt-1/", StringComparison.Ordinal)).ToArray())
        {
            record.Files[name["attempt-1/".Length..]] = record.Files[name];
            record.Files.Remove(name);
        }

        return record.Files;
    }

    private static Files Followed(string line)
    {
        var files = Honest();
        var last = files.Keys.Where(n => n.StartsWith("checkpoints/", StringComparison.Ordinal)).Max(StringComparer.Ordinal)!;
        var size = SignedCheckpoint.Parse(files[last].Span).OrThrow().Checkpoint.Size + 1;
        files[$"checkpoints/{size:D8}.txt"] = files[last];
        files["log.jsonl"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["log.jsonl"].Span) + line + "\n");
        return Signed.Anew(files);
    }

    private static Files Rewritten(Files files, Func<string, string> change)
    {
        files["log.jsonl"] = Encoding.UTF8.GetBytes(string.Concat(Encoding.UTF8.GetString(files["log.jsonl"].Span).TrimEnd('\n').Split('\n').Select(line => change(line) + "\n")));
        return Signed.Anew(files);
    }

    private static Files Notes(Func<SignedCheckpoint, SignedCheckpoint> change)
    {
        var files = Honest();
        foreach (var name in files.Keys.Where(n => n.StartsWith("checkpoints/", StringComparison.Ordinal)).ToArray())
        {
            files[name] = change(SignedCheckpoint.Parse(files[name].Span).OrThrow()).ToBytes();
        }

        return files;
    }

    private static SignedCheckpoint OneWitnessTwice(SignedCheckpoint note)
    {
        var time = ARecord.Trust.Examine(note).OrThrow().CosignedAt;
        return (note with { Signatures = [.. note.Signatures.Where(s => s.Name != "w.two")] }).With(note.Checkpoint.Cosign(Samples.Suite, "w.one", Samples.Bytes("w.one, second key"), time));
    }
}
