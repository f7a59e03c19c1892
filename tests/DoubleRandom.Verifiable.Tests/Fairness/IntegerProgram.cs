namespace DoubleRandom.Verifiable.Tests.Fairness;

/// <summary>
/// A linear program solved exactly: the most of c·x under Ax ≤ b and x ≥ 0, all of it whole numbers and b ≥ 0. The simplex
/// method with whole-number pivots (Edmonds, Bareiss) and Bland's rule: no rounding, no cycling.
/// </summary>
internal sealed class IntegerProgram
{
    private readonly Int128[][] rows;
    private readonly int[] basis;
    private readonly int variables;
    private Int128 scale = 1;

    /// <param name="limits">A, one row per limit.</param>
    /// <param name="bounds">b, one per limit, none negative.</param>
    /// <param name="worth">c, one per variable.</param>
    public IntegerProgram(IReadOnlyList<Int128[]> limits, IReadOnlyList<Int128> bounds, Int128[] worth)
    {
        variables = worth.Length;
        basis = [.. Enumerable.Range(variables, limits.Count)];
        rows = [.. limits.Select((row, i) => (Int128[])[.. row, .. Slack(i), bounds[i]]), [.. worth.Select(w => -w), .. Slack(-1), 0]];
        while (Array.FindIndex(rows[^1], 0, rows[^1].Length - 1, cost => cost < 0) is var entering and >= 0)
        {
            Pivot(Leaving(entering), entering);
        }

        IEnumerable<Int128> Slack(int own) => Enumerable.Range(0, limits.Count).Select(i => (Int128)(i == own ? 1 : 0));
    }

    /// <summary>A variable's value in the optimum found.</summary>
    public Fraction this[int variable] =>
        Array.IndexOf(basis, variable) is var row and >= 0 ? new Fraction(rows[row][^1], scale) : new Fraction(0, 1);

    /// <summary>True when a variable is 0 in every optimum: its price is positive.</summary>
    public bool IsZeroInEveryOptimum(int variable) => rows[^1][variable] > 0;

    private int Leaving(int entering)
    {
        var best = -1;
        for (var i = 0; i < basis.Length; i++)
        {
            if (rows[i][entering] > 0 && (best < 0 || IsBefore(i, best)))
            {
                best = i;
            }
        }

        return best >= 0 ? best : throw new InvalidOperationException("The program has no bound.");

        bool IsBefore(int i, int j)
        {
            var (left, right) = checked((rows[i][^1] * rows[j][entering], rows[j][^1] * rows[i][entering]));
            return left < right || (left == right && basis[i] < basis[j]);
        }
    }

    private void Pivot(int leaving, int entering)
    {
        var by = rows[leaving][entering];
        foreach (var row in rows.Where(r => !ReferenceEquals(r, rows[leaving])))
        {
            var factor = row[entering];
            for (var j = 0; j < row.Length; j++)
            {
                row[j] = checked((row[j] * by) - (rows[leaving][j] * factor)) / scale;
            }
        }

        (scale, basis[leaving]) = (by, entering);
    }
}
