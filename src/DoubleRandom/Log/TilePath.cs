using System.Globalization;

namespace DoubleRandom.Log;

/// <summary>
/// Where a tile of the log lies [日志分片], as C2SP tlog-tiles writes it below the log's address: <c>tile/0/x001/x234/067</c> is tile
/// 1,234,067 of the leaf hashes, <c>tile/1/000.p/5</c> the first five hashes of the next level, <c>tile/entries/000</c> the entries.
/// </summary>
/// <param name="Level">0 for leaf hashes, n for the roots of subtrees of 256ⁿ leaves; null for entries.</param>
/// <param name="Number">0-based number of the tile in its level.</param>
/// <param name="Width">How many hashes or entries it holds: 256, or fewer at the growing edge.</param>
public readonly record struct TilePath(int? Level, long Number, int Width)
{
    /// <summary>Hashes in a full tile.</summary>
    public const int Full = 256;

    private const int HighestLevel = 5;

    /// <summary>Reads an address below <c>tile/</c>; null unless it is written exactly as the specification has it.</summary>
    public static TilePath? Parse(string path)
    {
        var steps = path.Split('/');
        var width = Full;
        if (steps.Length > 2 && steps[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (Digits(steps[^1]) is not (> 0 and < Full and var part) || steps[^1][0] == '0')
            {
                return null;
            }

            (width, steps) = ((int)part, [.. steps[..^2], steps[^2][..^2]]);
        }

        int? level = null;
        if (steps[0] != "entries")
        {
            if (Digits(steps[0]) is not (>= 0 and <= HighestLevel and var at) || (steps[0].Length > 1 && steps[0][0] == '0'))
            {
                return null;
            }

            level = (int)at;
        }

        return NumberOf(steps[1..]) is { } number ? new TilePath(level, number, width) : null;
    }

    /// <summary>Groups of three digits, all but the last with an x before them, no leading group of zeros.</summary>
    private static long? NumberOf(string[] groups)
    {
        if (groups.Length is 0 or > 4 || groups is ["x000", _, ..])
        {
            return null;
        }

        var number = 0L;
        for (var i = 0; i < groups.Length; i++)
        {
            var isLast = i == groups.Length - 1;
            if (groups[i].Length != (isLast ? 3 : 4) || (!isLast && groups[i][0] != 'x') || Digits(groups[i][^3..]) is not { } group)
            {
                return null;
            }

            number = (number * 1000) + group;
        }

        return number;
    }

    private static long? Digits(string text) =>
        text.Length is > 0 and <= 3 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
