using DoubleRandom.Draws;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Benchmarks.Draws;

/// <summary>What a draw and a verification gain by all processors: one thread and all of them by turns, the least of either.</summary>
internal static class Processors
{
    private const int Turns = 5;

    public static void Run(int lines)
    {
        Took.Machine();
        foreach (var suite in (Suite[])[Suite.Sha256, Suite.Sm3])
        {
            var record = new MadeRecord(suite, MadeRoster.Of(suite, lines));
            record.Draw();
            record.Log();
            var key = suite.Hash("key"u8);
            var bytes = record.Files["roster.jsonl"];
            Took.Say($"{suite.Name}, {lines} lines, {record.Drawn} drawn:");
            Compare("list read, checked, hashed", work => Freezing.Read<RosterLine>(suite, bytes, work).OrThrow());
            Compare("list read, checked, hashed, and drawn from", work => Draw(Freezing.Read<RosterLine>(suite, bytes, work).OrThrow()));
            var (alone, shared) = (Freezing.Read<RosterLine>(suite, bytes).OrThrow(), Freezing.Read<RosterLine>(suite, bytes, AllProcessors.Work).OrThrow());
            Compare("drawn from alone: tickets and selection", work => Draw(work is null ? alone : shared));
            Compare("verification of the record", work => record.Verified(work));

            void Draw(FrozenFile<RosterLine> roster) => Selection.Draw(Ranking.Of(suite, key, record.Parts, roster), record.Parts, []).OrThrow();
        }
    }

    private static void Compare(string what, Action<RangeWork?> act)
    {
        var (one, all) = (double.MaxValue, double.MaxValue);
        for (var turn = 0; turn < Turns; turn++)
        {
            one = Math.Min(one, Took.Fastest(1, () => act(null)));
            all = Math.Min(all, Took.Fastest(1, () => act(AllProcessors.Work)));
        }

        Took.Say($"  {what}: one thread {one:F3} s, all {Environment.ProcessorCount} processors {all:F3} s: {one / all:F2} times");
    }
}
