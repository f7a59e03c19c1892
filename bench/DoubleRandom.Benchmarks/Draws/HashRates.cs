using System.Security.Cryptography;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Benchmarks.Draws;

/// <summary>Tickets and Merkle roots in lanes against the hash one by one, and the whole draw in memory against its bare compressions, on one thread.</summary>
internal static class HashRates
{
    private const int Group = 256;

    /// <summary>Short turns of one and the other: each has some that nothing else on the machine disturbed.</summary>
    private const int Turns = 25;

    /// <summary>Compressions of a draw for each line: three of the leaf, two of a node, two of the ticket.</summary>
    private const int Compressions = 7;

    public static void Run(int lines)
    {
        Took.Machine();
        foreach (var suite in (Suite[])[Suite.Sha256, Suite.Sm3])
        {
            var roster = new MadeRoster(suite).Lines(0, lines).SelectMany(piece => piece.ToArray()).ToArray();
            var starts = Starts(roster, lines);
            var key = suite.Hash("key"u8);
            var (oneByOne, inLanes) = (double.MaxValue, double.MaxValue);
            for (var turn = 0; turn < Turns; turn++)
            {
                oneByOne = Math.Min(oneByOne, Took.Fastest(1, () => OneByOne(suite, key, roster, starts.AsSpan(0, lines / 100))) * 100);
                inLanes = Math.Min(inLanes, Took.Fastest(1, () => InLanes(suite, key, roster, starts.AsSpan(0, lines / 5))) * 5);
            }

            var merkle = Took.Fastest(5, () => MerkleRange.Of(suite, 0, roster));
            var parts = MadeRoster.PartsOf(RosterCensus.Of(MadeRoster.PartsBefore, roster).OrThrow());
            var draw = Took.Fastest(5, () => Draw(suite, key, parts, roster));
            Took.Say($"{suite.Name}, {lines} lines, {suite.Many.Width} lanes:");
            Took.Say($"  tickets one by one {lines / oneByOne / 1e6:F2} M/s, in lanes {lines / inLanes / 1e6:F2} M/s: {oneByOne / inLanes:F1} times");
            Took.Say($"  Merkle root {merkle:F2} s: {merkle / inLanes:F2} times the tickets");
            var whole = merkle + draw;
            Took.Say($"  root, reading, tickets and selection {whole:F2} s, of it reading, tickets and selection {draw:F2} s");
            if (suite == Suite.Sha256)
            {
                var bare = Took.Fastest(5, () => SHA256.HashData(roster)) / (roster.Length / 64.0) * Compressions * lines;
                Took.Say($"  {Compressions} bare compressions each by the framework {bare:F2} s: the whole is {whole / bare:F2} times that");
                Took.Say($"  HMACSHA256.HashData {lines / (Took.Fastest(3, () => Framework(roster, starts.AsSpan(0, lines / 20))) * 20) / 1e6:F2} M/s");
            }
        }
    }

    private static Stretch[] Starts(byte[] roster, int lines)
    {
        var ids = new Stretch[lines];
        var at = 0;
        for (var i = 0; i < lines; i++)
        {
            ids[i] = new Stretch(at + roster.AsSpan(at).IndexOf(",\"id\":\""u8) + 7, 18);
            at += roster.AsSpan(at).IndexOf((byte)'\n') + 1;
        }

        return ids;
    }

    private static void OneByOne(Suite suite, Bytes32 key, byte[] bytes, ReadOnlySpan<Stretch> ids)
    {
        foreach (var id in ids)
        {
            _ = suite.Hmac(key, id.Of(bytes));
        }
    }

    private static void Framework(byte[] bytes, ReadOnlySpan<Stretch> ids)
    {
        var key = new byte[32];
        Span<byte> mac = stackalloc byte[32];
        foreach (var id in ids)
        {
            HMACSHA256.HashData(key, id.Of(bytes), mac);
        }
    }

    private static void InLanes(Suite suite, Bytes32 key, byte[] bytes, ReadOnlySpan<Stretch> ids)
    {
        var tickets = new Bytes32[Group];
        for (var i = 0; i < ids.Length; i += Group)
        {
            suite.Many.Macs(key, bytes, ids.Slice(i, Math.Min(Group, ids.Length - i)), tickets);
        }
    }

    private static void Draw(Suite suite, Bytes32 key, Part[] parts, byte[] roster)
    {
        var ranking = Ranking.Of(parts, limits => RangeDraw.Of(suite, key, parts, limits, roster)).OrThrow();
        _ = Selection.Draw(ranking, parts, []).OrThrow();
    }
}
