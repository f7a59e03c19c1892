using System.Buffers;
using System.Diagnostics;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Benchmarks.Draws;

/// <summary>
/// A whole draw in a fresh process: subjects read from SQLite, lines, commitment and numbers; then, the seed being known,
/// tickets and selection from the frozen file. Against a database that sorts by chance or by a hash.
/// </summary>
internal static class WholeDraw
{
    /// <summary>Bytes of a range: whole lines, as many as fit.</summary>
    private const int Range = 4 << 20;

    public static async Task RunAsync(int subjects, string? database)
    {
        Took.Machine();
        var folder = Directory.CreateTempSubdirectory("doublerandom-bench-");
        try
        {
            var (table, roster) = (Path.Combine(folder.FullName, "subjects.db"), Path.Combine(folder.FullName, "roster.jsonl"));
            SubjectTable.Write(table, subjects);
            var idle = Took.PeakMegabytes();
            var suite = Suite.Sha256;
            var watch = Stopwatch.StartNew();
            var read = SubjectTable.Read(table, static (_, _, _) => { });
            var readOnly = watch.Elapsed.TotalSeconds;
            watch.Restart();
            var (root, parts) = Freeze(suite, table, roster);
            var frozen = watch.Elapsed.TotalSeconds;
            watch.Restart();
            InRanges(roster, lines => RosterCensus.Of(parts, lines).OrThrow());
            var check = watch.Elapsed.TotalSeconds;
            watch.Restart();
            var drawn = Draw(suite, suite.Hash("key"u8), parts, roster);
            var draw = watch.Elapsed.TotalSeconds;
            Took.Say($"{read} subjects, 4 strata, 1 in 16 excluded, {drawn} drawn, root {root.ToString()[..8]}");
            Took.Say($"  read from SQLite {readOnly:F2} s; read, lines with salts, file, Merkle root and numbers {frozen:F2} s");
            Took.Say($"  file read, checked and counted again {check:F2} s; the same with tickets and selection {draw:F2} s; whole draw {frozen + draw:F2} s");
            Took.Say($"  memory {Took.PeakMegabytes():F0} MB at most, {idle:F0} MB before");
            if (database is "duckdb")
            {
                await DrawInDuckDb.RunAsync(subjects, draw - check, draw);
            }
            else if (database is not null)
            {
                await DrawInDatabase.RunAsync(database, subjects, parts, draw - check, draw);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (Bytes32 Root, Part[] Parts) Freeze(Suite suite, string database, string file)
    {
        using var written = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, Range);
        var made = new MadeRoster(suite);
        MerkleRange? tree = null;
        RosterCensus? census = null;
        SubjectTable.Read(database, (id, risk, exclusion) =>
        {
            made.Add(id, risk, exclusion);
            if (made.IsFull)
            {
                Take(made.Write());
            }
        });
        Take(made.Write());
        return (tree!.Root, MadeRoster.PartsOf(census!));

        void Take(ReadOnlyMemory<byte> lines)
        {
            written.Write(lines.Span);
            var (subtree, counted) = (MerkleRange.Of(suite, tree?.Size ?? 0, lines.Span), RosterCensus.Of(MadeRoster.PartsBefore, lines.Span).OrThrow());
            (tree, census) = (tree?.Join(subtree) ?? subtree, census?.Join(counted) ?? counted);
        }
    }

    private static int Draw(Suite suite, Bytes32 key, Part[] parts, string file)
    {
        var ranking = Ranking.Of(parts, limits => RangeDraw.Join(InRanges(file, lines => RangeDraw.Of(suite, key, parts, limits, lines).OrThrow()))).OrThrow();
        return Selection.Draw(ranking, parts, []).OrThrow().InDrawOrder.Count;
    }

    private static List<T> InRanges<T>(string file, Func<ReadOnlySpan<byte>, T> take)
    {
        using var reader = File.OpenHandle(file, options: FileOptions.SequentialScan);
        var bytes = ArrayPool<byte>.Shared.Rent(Range);
        var (offset, taken) = (0L, new List<T>());
        for (var length = RandomAccess.Read(reader, bytes, 0); length > 0; length = RandomAccess.Read(reader, bytes, offset))
        {
            var whole = bytes.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            taken.Add(take(bytes.AsSpan(0, whole)));
            offset += whole;
        }

        ArrayPool<byte>.Shared.Return(bytes);
        return taken;
    }
}
