using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Matching;

namespace DoubleRandom.Draws.Preparing;

/// <summary>
/// Whether inspectors suffice, tried before the commitment [试匹配]: whole draws under keys that are thrown away and that no later key
/// depends on. Which subjects they drew is told to nobody.
/// </summary>
/// <param name="Tried">Number of trials.</param>
/// <param name="Failed">Trials in which no complete set of teams existed.</param>
/// <param name="Shortages">What the first failed one lacked.</param>
internal sealed record TrialMatching(int Tried, int Failed, IReadOnlyList<Shortage> Shortages)
{
    private const int Trials = 3;

    /// <summary>True when every trial failed: the draw itself would not find teams either.</summary>
    public bool IsHopeless => Failed == Tried;

    public static Outcome<TrialMatching> Of(PreparedDraw draw, IChance chance)
    {
        var (failed, shortages) = (0, (IReadOnlyList<Shortage>)[]);
        for (var i = 0; i < Trials; i++)
        {
            var ranking = Ranking.Of(draw.Suite, Key(chance), draw.Parts, draw.Roster);
            if (!Selection.Draw(ranking, draw.Parts, draw.Batches).Is(out var selected, out var fault))
            {
                return DrawRefusals.Of(fault);
            }

            var bundles = Bundle.Of(selected.InDrawOrder, id => draw.Roster.Lines[draw.Roster.IndexOf(id)].Area, draw.Match.BundleMax);
            if (!TeamMatching.Of(draw.Suite, Key(chance), draw.Match, bundles, draw.Inspectors.Lines, draw.Recusals.Lines).Is(out var match, out fault))
            {
                return DrawRefusals.Of(fault);
            }

            if (!match.IsFeasible)
            {
                failed++;
                shortages = shortages.Count > 0 ? shortages : match.Shortages;
            }
        }

        return new TrialMatching(Trials, failed, shortages);
    }

    private static Bytes32 Key(IChance chance)
    {
        Span<byte> key = stackalloc byte[Bytes32.Length];
        chance.Fill(key);
        return new Bytes32(key);
    }
}
