using System.Buffers;
using System.Buffers.Text;
using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Benchmarks.Draws;

/// <summary>
/// Writes invented roster lines by hand, many at a time, their salts in lanes: four strata by risk class, one in sixteen
/// excluded, lines of about 153 bytes.
/// </summary>
internal sealed class MadeRoster(Suite suite)
{
    /// <summary>Lines of one piece.</summary>
    public const int Piece = 16_384;

    private const int IdLength = 18;

    private static readonly Bytes32 SaltMaster = Suite.Sha256.Hash("salts"u8);
    private static readonly byte[] BeforeId = [.. "drdr/1/line-salt\0\0\0\0\x06roster\0\0\0"u8, IdLength];

    private readonly byte[] salted = new byte[Piece * 64];
    private readonly Stretch[] messages = new Stretch[Piece];
    private readonly Bytes32[] salts = new Bytes32[Piece];
    private readonly ArrayBufferWriter<byte> lines = new(Piece * 192);
    private int count;

    /// <summary>The risk classes, and so the strata.</summary>
    public static IReadOnlyList<string> Risks { get; } = ["A", "B", "C", "D"];

    /// <summary>True when the piece holds no more.</summary>
    public bool IsFull => count == Piece;

    /// <summary>The id of a number below a hundred million: 18 characters, ascending with it.</summary>
    public static void IdOf(int number, Span<byte> id)
    {
        "91530999MA"u8.CopyTo(id);
        Utf8Formatter.TryFormat(number, id[10..], out _, new StandardFormat('D', 8));
    }

    /// <summary>The risk class of a number.</summary>
    public static byte RiskOf(int number) => (byte)"ABCD"[number % 4];

    /// <summary>Why a number's subject is excluded; empty when it takes part.</summary>
    public static ReadOnlySpan<byte> ExclusionOf(int number) => number / 4 % 16 == 0 ? "deregistered"u8 : [];

    /// <summary>A whole roster in memory: up to some fourteen million lines, as many as one array holds.</summary>
    public static byte[] Of(Suite suite, int subjects)
    {
        var pieces = new MadeRoster(suite).Lines(0, subjects).Select(piece => piece.ToArray()).ToArray();
        var (bytes, at) = (new byte[pieces.Sum(piece => (long)piece.Length)], 0);
        foreach (var piece in pieces)
        {
            piece.CopyTo(bytes, at);
            at += piece.Length;
        }

        return bytes;
    }

    /// <summary>The subjects of the numbers in <paramref name="from"/> … <paramref name="to"/> − 1 as lines, piece by piece.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Lines(int from, int to)
    {
        for (var number = from; number < to; number++)
        {
            Add(number);
            if (IsFull || number == to - 1)
            {
                yield return Write();
            }
        }
    }

    /// <summary>Takes one more subject.</summary>
    public void Add(ReadOnlySpan<byte> id, byte risk, ReadOnlySpan<byte> exclusion)
    {
        var at = count * 64;
        BeforeId.CopyTo(salted.AsSpan(at));
        id.CopyTo(salted.AsSpan(at + BeforeId.Length));
        messages[count] = new Stretch(at, BeforeId.Length + IdLength);
        salted[at + 62] = risk;
        salted[at + 63] = (byte)(exclusion.IsEmpty ? 0 : 1);
        count++;
    }

    /// <summary>The lines of the subjects taken; they do not outlive the next call.</summary>
    public ReadOnlyMemory<byte> Write()
    {
        suite.Many.Macs(SaltMaster, salted, messages.AsSpan(0, count), salts);
        lines.ResetWrittenCount();
        Span<byte> salt = stackalloc byte[Bytes32.Length];
        for (var i = 0; i < count; i++)
        {
            var row = salted.AsSpan(i * 64, 64);
            var line = lines.GetSpan(192);
            var length = 0;
            Put("{\"area\":\"T1\",\"attrs\":{\"risk\":\""u8, line, ref length);
            line[length++] = row[62];
            Put("\"},\"excl\":\""u8, line, ref length);
            Put(row[63] == 0 ? [] : "deregistered"u8, line, ref length);
            Put("\",\"id\":\""u8, line, ref length);
            Put(row.Slice(BeforeId.Length, IdLength), line, ref length);
            Put("\",\"items\":[\"fire-01\",\"food-01\"],\"salt\":\""u8, line, ref length);
            salts[i].CopyTo(salt);
            Convert.TryToHexStringLower(salt[..LineSalt.Length], line[length..], out var digits);
            length += digits;
            Put("\",\"skip\":{}}\n"u8, line, ref length);
            lines.Advance(length);
        }

        count = 0;
        return lines.WrittenMemory;
    }

    /// <summary>Part <c>p</c> over both items, stratified by risk, the same share of each stratum: in basis points, 100 = 1 %.</summary>
    public static Part[] PartsOf(RosterCensus census, int share = 100) => [PartOf(share, new QuotaTable([.. census.Eligible[0]
        .OrderBy(found => found.Key, StringComparer.Ordinal)
        .Select(found => new QuotaRow(found.Key, found.Value, (int)(((found.Value * (long)share) + 5000) / 10_000)))]))];

    /// <summary>The part before its numbers are known.</summary>
    public static Part[] PartsBefore { get; } = [PartOf(100, new QuotaTable([]))];

    private static Part PartOf(int share, QuotaTable table) => new(
        "p", ["fire-01", "food-01"], ["risk"], QuotaRule.OfRatio(Risks.ToDictionary(risk => risk, _ => share)), table);

    private static void Put(ReadOnlySpan<byte> text, Span<byte> line, ref int length)
    {
        text.CopyTo(line[length..]);
        length += text.Length;
    }

    private void Add(int number)
    {
        Span<byte> id = stackalloc byte[IdLength];
        IdOf(number, id);
        Add(id, RiskOf(number), ExclusionOf(number));
    }

    /// <summary>A line as the product writes it, to compare with.</summary>
    public static byte[] AsTheProductWritesIt(Suite suite, int number)
    {
        Span<byte> id = stackalloc byte[IdLength];
        IdOf(number, id);
        var text = Encoding.ASCII.GetString(id);
        var line = new RosterLine(
            text,
            "T1",
            new Dictionary<string, string> { ["risk"] = ((char)RiskOf(number)).ToString() },
            Encoding.ASCII.GetString(ExclusionOf(number)),
            ["fire-01", "food-01"],
            LineSalt.Of<RosterLine>(suite, SaltMaster, text),
            new Dictionary<string, string>());
        return [.. CanonicalBytes.Of(line.ToJson()), (byte)'\n'];
    }
}
