using System.Text;
using CsCheck;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Lists;

/// <summary>A line of plain ASCII is read in place exactly when it can be read at all, and says the same.</summary>
public sealed class ReadingRosterLinesInPlace
{
    private static readonly Gen<string> Id = Gen.String[Gen.Char["AZaz09._-"], 1, 6];
    private static readonly Gen<string> Text = Gen.String[Gen.Char["A ,:{}[]/~'"], 0, 5];
    private static readonly Gen<string> Any = Gen.OneOf(Text, Id, Gen.String[Gen.Char["é企\"\\\n\u001f\u007f"], 0, 3]);

    private static readonly Gen<RosterLine> Line = Gen.Select(
        Id, Id, Any, Id.Array[0, 3], Gen.Select(Any, Any).Array[0, 3], Gen.Select(Id, Any).Array[0, 3]).Select((id, area, exclusion, items, attributes, skipped) => new RosterLine(
            id,
            area,
            attributes.Where(a => a.Item1.All(char.IsAscii)).DistinctBy(a => a.Item1).ToDictionary(a => a.Item1, a => a.Item2),
            exclusion,
            [.. items.Distinct().Order(StringComparer.Ordinal)],
            "00112233445566778899aabbccddeeff",
            skipped.DistinctBy(s => s.Item1).Where(s => !items.Contains(s.Item1)).ToDictionary(s => s.Item1, s => s.Item2.Length == 0 ? "organ-cap" : s.Item2)));

    private static bool IsPlain(ReadOnlySpan<byte> line) => !line.ContainsAnyExceptInRange((byte)0x20, (byte)0x7e) && !line.Contains((byte)'\\');

    private static List<string> Texts(ScannedTexts texts)
    {
        var all = new List<string>();
        while (texts.Next(out var text))
        {
            all.Add(Encoding.UTF8.GetString(text));
        }

        return all;
    }

    private static void Agree(byte[] bytes)
    {
        var parsed = RosterLine.Parse(bytes);
        var scanned = RosterScan.TryRead(bytes, new int[QuoteMarks.Most], out var scan);
        scanned.ShouldBe(IsPlain(bytes) && parsed.Succeeded, Encoding.UTF8.GetString(bytes));
        if (scanned)
        {
            var line = parsed.OrThrow();
            Encoding.UTF8.GetString(scan.Id.Of(bytes)).ShouldBe(line.Id);
            scan.TakesPart.ShouldBe(line.TakesPart);
            Texts(scan.Items).ShouldBe(line.Items);
            Texts(scan.Attributes).ShouldBe(line.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).SelectMany(a => (string[])[a.Key, a.Value]));
        }
    }

    [Fact]
    public void Every_line_in_form() => Line.Sample(line => Agree(CanonicalBytes.Of(line.ToJson())));

    [Fact]
    public void Every_line_with_a_byte_changed_added_or_taken_away() =>
        Gen.Select(Line, Gen.Int[0, 400], Gen.Char["\"{}[],:aA0 ._\\é"], Gen.Int[0, 2]).Sample(
            (line, where, with, how) =>
            {
                var bytes = CanonicalBytes.Of(line.ToJson()).ToList();
                var at = where % bytes.Count;
                if (how > 0)
                {
                    bytes.RemoveAt(at);
                }

                if (how < 2)
                {
                    bytes.Insert(at, (byte)with);
                }

                Agree([.. bytes]);
            },
            iter: 5000);

    [Fact]
    public void Every_line_with_two_stretches_exchanged() => Gen.Select(Line, Gen.Int[0, 400], Gen.Int[0, 400], Gen.Int[1, 40]).Sample(
        (line, x, y, length) =>
        {
            var bytes = CanonicalBytes.Of(line.ToJson());
            var (from, to) = (x % bytes.Length, y % bytes.Length);
            Agree([.. bytes[..from], .. bytes.AsSpan(to, Math.Min(length, bytes.Length - to)), .. bytes[from..]]);
        });

    [Fact]
    public void What_a_line_says_for_the_parts_is_the_same_in_place_and_parsed() => Gen.Select(Line, Line).Sample((x, y) =>
    {
        Part[] parts =
        [
            new("p", x.Items, ["a"], QuotaRule.OfRatio(Samples.Shares()), new QuotaTable([])),
            new("q", [.. x.Items.Concat(y.Items).Distinct().Order(StringComparer.Ordinal)], [.. y.Attributes.Keys.Take(2)], QuotaRule.OfRatio(Samples.Shares()), new QuotaTable([])),
        ];
        var line = y with { Id = "id" };
        var census = RosterCensus.Of(parts, [.. CanonicalBytes.Of(line.ToJson()), (byte)'\n']).OrThrow();
        census.Outside.ShouldBe(line.Items.All(item => parts[1].Items.Contains(item)) ? null : "id");
        for (var i = 0; i < parts.Length; i++)
        {
            var stratum = parts[i].ItemsOf(line).Any() ? parts[i].StratumOf(line) : null;
            census.Unplaced[i].ShouldBe(parts[i].ItemsOf(line).Any() && stratum is null ? "id" : null);
            census.Eligible[i].Select(found => (found.Key, found.Value)).ShouldBe(stratum is not null && line.TakesPart ? [(stratum, 1)] : []);
        }
    });
}
