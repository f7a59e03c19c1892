using System.Diagnostics;
using DoubleRandom.Draws;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Benchmarks.Draws;

/// <summary>How drawing and verifying a record grow with the roster: whole records, each verified as a citizen would.</summary>
internal static class Growth
{
    /// <summary>Subjects of a record that is drawn and verified first and not counted, so that no code is compiled while others are.</summary>
    private const int Warming = 20_000;

    private static readonly Suite Suite = Suite.Sha256;

    public static void Run(IReadOnlyList<int> sizes)
    {
        Took.Machine();
        Times? last = null;
        foreach (var subjects in sizes.Prepend(Warming))
        {
            var record = new MadeRecord(Suite, MadeRoster.Of(Suite, subjects));
            var draw = Seconds(() => record.Draw());
            record.Log();
            var verification = Seconds(() => record.Verified(null));
            var now = new Times(subjects, draw, verification, Seconds(() => record.Draw(AllProcessors.Work)), Seconds(() => record.Verified(AllProcessors.Work)));
            if (subjects == Warming)
            {
                continue;
            }

            Took.Say($"{subjects} subjects, {record.Drawn} drawn; {Took.PeakMegabytes():F0} MB at most");
            Took.Say($"  one thread: draw {now.Draw:F2} s, verification {now.Verification:F2} s, {now.Verification / now.Draw:F2} times the draw");
            Took.Say($"  all processors: draw {now.SharedDraw:F2} s, verification {now.SharedVerification:F2} s, {now.SharedVerification / now.SharedDraw:F2} times the draw");
            if (last is not null)
            {
                Took.Say($"  exponents since {last.Subjects}: one thread draw {now.Since(last, t => t.Draw):F2}, verification {now.Since(last, t => t.Verification):F2}; all processors draw {now.Since(last, t => t.SharedDraw):F2}, verification {now.Since(last, t => t.SharedVerification):F2}");
            }

            last = now;
        }
    }

    private static double Seconds(Action act)
    {
        var watch = Stopwatch.StartNew();
        act();
        return watch.Elapsed.TotalSeconds;
    }

    private sealed record Times(int Subjects, double Draw, double Verification, double SharedDraw, double SharedVerification)
    {
        public double Since(Times former, Func<Times, double> of) => Math.Log(of(this) / of(former)) / Math.Log((double)Subjects / former.Subjects);
    }
}
