using System.Globalization;

namespace DoubleRandom.Demo.County;

/// <summary>One trade of the demo county [行当], e.g. tea households: how many there are, and what they look like in the directory.</summary>
/// <param name="Name">e.g. 茶叶初制所.</param>
/// <param name="Kind">The subject kind as sheets write it.</param>
/// <param name="Category">First two characters of its credit codes, or empty when such subjects have none.</param>
/// <param name="Count">How many of 40,000 subjects.</param>
/// <param name="Industry">GB/T 4754-2017 code, or empty.</param>
/// <param name="Where">The distribution over the towns: even, tea, border or seat.</param>
/// <param name="Since">The earliest year of establishment.</param>
internal sealed record DemoTrade(string Name, string Kind, string Category, int Count, string Industry, string Where, int Since)
{
    /// <summary>All trades; their counts sum to 40,000.</summary>
    public static IReadOnlyList<DemoTrade> All { get; } = [.. DemoLists.Table("DemoTrades").Select(Read)];

    /// <summary>Supervision tags with the share in per cent of the subjects that carry them.</summary>
    public required IReadOnlyList<(string Tag, int Percent)> Tags { get; init; }

    /// <summary>Patterns of names, each as likely.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The distribution of this trade over the towns.</summary>
    public WeightedList Towns { get; init; } = new([]);

    private static DemoTrade Read(string[] row) =>
        new(row[0], row[1], row[2], int.Parse(row[3], CultureInfo.InvariantCulture), row[4], row[6], int.Parse(row[7], CultureInfo.InvariantCulture))
        {
            Tags = [.. row[5].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Tag)],
            Names = row[8].Split('|'),
            Towns = new(DemoTown.All.Select(town => (town.Code, town.Shares[row[6]]))),
        };

    private static (string Tag, int Percent) Tag(string text)
    {
        var parts = text.Split('%');
        return (parts[0], parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 100);
    }
}
