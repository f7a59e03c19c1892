using CsCheck;
using DoubleRandom.Verifiable.Checks;

namespace DoubleRandom.Verifiable.Tests.Checks;

/// <summary>Any changed byte of a published record makes it invalid, and the failed check is named.</summary>
public sealed class AChangedByte
{
    private static readonly string[] Counted = ["log.jsonl", "roster.jsonl", "inspectors.jsonl", "recusals.jsonl", "result.json"];

    private static readonly Dictionary<string, (Dictionary<string, ReadOnlyMemory<byte>> Files, byte[] Trust)> Records =
        new[] { "example-sha256", "example-sha256-void", "example-sm3" }.ToDictionary(name => name, name => (Vectors.Record(name), Vectors.Trust(name)));

    public static TheoryData<string, string> Files { get; } = [.. Records.SelectMany(record => record.Value.Files.Keys
        .Where(file => file.StartsWith("checkpoints/", StringComparison.Ordinal) || Counted.Contains(Path.GetFileName(file)))
        .Select(file => (record.Key, file)))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Is_found_wherever_it_stands(string name, string file)
    {
        // Every eleventh byte, from a start that differs by file, so that together all kinds of places are met; SM2 takes ten times as long.
        var step = name == "example-sm3" ? 97 : 11;
        for (var at = file.Length % step; at < Records[name].Files[file].Length; at += step)
        {
            ShouldBeFound(name, file, at, flip: 0x01);
        }
    }

    [Fact]
    public void Is_found_whatever_the_change() => Gen.Select(
            Gen.OneOf(Files.Select(row => Gen.Const(row.Data)).ToArray()), Gen.Int[0, 1_000_000], Gen.Byte[1, 255])
        .Sample(
            (place, at, flip) => ShouldBeFound(place.Item1, place.Item2, at % Records[place.Item1].Files[place.Item2].Length, flip),
            iter: 300,
            threads: 1);

    [Theory]
    [MemberData(nameof(Files))]
    public void Lines_lost_doubled_or_swapped_and_cut_files_are_found(string name, string file)
    {
        var bytes = Records[name].Files[file].ToArray();
        var lines = new List<byte[]>();
        for (var start = 0; start < bytes.Length; start += lines[^1].Length)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start);
            lines.Add(bytes[start..(end < 0 ? bytes.Length : end + 1)]);
        }

        ShouldBeInvalid(name, file, bytes[..^1]);
        ShouldBeInvalid(name, file, bytes[..(bytes.Length / 2)]);
        ShouldBeInvalid(name, file, []);
        ShouldBeInvalid(name, file, [.. bytes, (byte)'\n']);
        for (var i = 0; i < lines.Count && lines.Count > 1; i++)
        {
            ShouldBeInvalid(name, file, Joined(lines.Where((_, n) => n != i)));
            ShouldBeInvalid(name, file, Joined(lines.SelectMany((line, n) => n == i ? [line, line] : new[] { line })));

            // Signature lines under a checkpoint may stand in any order; every other order counts.
            if (i > 0 && !(file.StartsWith("checkpoints/", StringComparison.Ordinal) && i > 4))
            {
                ShouldBeInvalid(name, file, Joined(lines.Take(i - 1).Append(lines[i]).Append(lines[i - 1]).Concat(lines.Skip(i + 1))));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_missing_file_is_found(string name, string file)
    {
        var report = Verify.Record(Without(name, file), Records[name].Trust);
        report.Verdict.ShouldBe(file == "log.jsonl" ? Verdict.Unusable : Verdict.Invalid);
    }

    [Fact]
    public void Whatever_stands_in_the_files_the_answer_is_a_report() => Gen.Select(
            Gen.OneOf(Files.Select(row => Gen.Const(row.Data)).ToArray()), Gen.Byte.Array[0, 400], Gen.Int[0, 1_000_000])
        .Sample(
            (place, noise, at) =>
            {
                var bytes = Records[place.Item1].Files[place.Item2].ToArray();
                var start = at % (bytes.Length + 1);
                Verify.Record(With(place.Item1, place.Item2, [.. bytes[..start], .. noise]), Records[place.Item1].Trust).Checks.ShouldNotBeEmpty();
                Verify.Record(Records[place.Item1].Files, noise).Verdict.ShouldBe(Verdict.Unusable);
            },
            iter: 100,
            threads: 1);

    private static void ShouldBeFound(string name, string file, int at, byte flip)
    {
        var bytes = Records[name].Files[file].ToArray();
        bytes[at] ^= flip;
        var codes = Verify.Record(With(name, file, bytes), Records[name].Trust).Failures.Select(check => check.Code).ToArray();
        var stem = Path.GetFileNameWithoutExtension(file);
        var expected = file.StartsWith("checkpoints/", StringComparison.Ordinal) ? codes.Any(code => code.StartsWith("checkpoint.", StringComparison.Ordinal))
            : stem == "log" ? codes.Contains("checkpoint.root") || codes.Contains("log.canonical")
            : stem == "result" ? codes.Contains("result.bytes") && codes.Contains("result.hash")
            : codes.Contains(stem + ".root") || codes.Contains(stem + ".canonical");
        expected.ShouldBeTrue($"{name}/{file} byte {at} ^ {flip}: {string.Join(", ", codes)}");
    }

    private static void ShouldBeInvalid(string name, string file, byte[] bytes) =>
        Verify.Record(With(name, file, bytes), Records[name].Trust).Verdict.ShouldBe(Verdict.Invalid, file);

    private static Dictionary<string, ReadOnlyMemory<byte>> With(string name, string file, byte[] bytes) =>
        new(Records[name].Files, StringComparer.Ordinal) { [file] = bytes };

    private static Dictionary<string, ReadOnlyMemory<byte>> Without(string name, string file) =>
        Records[name].Files.Where(entry => entry.Key != file).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    private static byte[] Joined(IEnumerable<byte[]> lines) => lines.SelectMany(line => line).ToArray();
}
