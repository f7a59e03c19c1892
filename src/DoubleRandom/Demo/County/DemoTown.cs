using System.Globalization;

namespace DoubleRandom.Demo.County;

/// <summary>A town of Menghai County [乡镇] with what demo names and addresses there are made of.</summary>
/// <param name="Code">Nine digits of the division.</param>
/// <param name="Name">Full name, e.g. 勐海镇.</param>
/// <param name="Short">The name people use in firm names, e.g. 勐混.</param>
internal sealed record DemoTown(string Code, string Name, string Short)
{
    /// <summary>The county seat, where firm names do not repeat the town.</summary>
    private const string Seat = "532822101";

    /// <summary>All eleven towns.</summary>
    public static IReadOnlyList<DemoTown> All { get; } = [.. DemoLists.Table("DemoTowns").Select(Read)];

    /// <summary>Which share of the subjects it has, in basis points: of all (even), of tea, of border trade, of what gathers at the seat.</summary>
    public required IReadOnlyDictionary<string, int> Shares { get; init; }

    /// <summary>Whose names its people bear.</summary>
    public required WeightedList Peoples { get; init; }

    /// <summary>Local words that firm names take up, e.g. 南糯.</summary>
    public required IReadOnlyList<string> Colours { get; init; }

    /// <summary>Some of its villages, e.g. 曼短村.</summary>
    public required IReadOnlyList<string> Villages { get; init; }

    /// <summary>Whether it is the county seat.</summary>
    public bool IsSeat => Code == Seat;

    /// <summary>The short name as firm names carry it: nothing at the county seat.</summary>
    public string InNames => IsSeat ? "" : Short;

    private static DemoTown Read(string[] row) => new(row[0], row[1], row[2])
    {
        Shares = new Dictionary<string, int>(StringComparer.Ordinal) { ["even"] = Number(row[3]), ["tea"] = Number(row[4]), ["border"] = Number(row[5]), ["seat"] = Number(row[6]) },
        Peoples = WeightedList.Parse(row[7]),
        Colours = row[8].Split('|'),
        Villages = row[9].Split('|'),
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
