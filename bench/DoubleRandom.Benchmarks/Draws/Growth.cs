using System.Diagnostics;
using DoubleRandom.Verifiable;

namespace DoubleRandom.Benchmarks.Draws;

/// <summary>How drawing and verifying a record grow with the roster: whole records, each verified as a citizen would.</summary>
internal static class Growth
{
    private static readonly Suite Suite = Suite.Sha256;

    public static void Run(IReadOnlyList<int> sizes)
    {
        Took.Machine();
        var (last, lastDraw, lastVerify) = (0, 0.0, 0.0);
        foreach (var subjects in sizes)
        {
            var record = new MadeRecord(Suite, MadeRoster.Of(Suite, subjects));
            var watch = Stopwatch.StartNew();
            record.Draw();
            var draw = watch.Elapsed.TotalSeconds;
            record.Log();
            watch.Restart();
            var report = Verify.Record(record.Files, record.Trust);
            var verify = watch.Elapsed.TotalSeconds;
            Took.Say($"{subjects} subjects, {record.Drawn} drawn: draw {draw:F2} s, verification {verify:F2} s ({report.Verdict}), {verify / draw:F2} times the draw; {Took.PeakMegabytes():F0} MB at most");
            if (last > 0)
            {
                var grown = Math.Log((double)subjects / last);
                Took.Say($"  growth exponent: draw {Math.Log(draw / lastDraw) / grown:F2}, verification {Math.Log(verify / lastVerify) / grown:F2}");
            }

            (last, lastDraw, lastVerify) = (subjects, draw, verify);
        }
    }
}
