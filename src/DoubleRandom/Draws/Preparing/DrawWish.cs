namespace DoubleRandom.Draws.Preparing;

/// <summary>How teams are put together and when the draw is opened [抽取参数]; frozen in the commit record.</summary>
public sealed record DrawSettings
{
    /// <summary>Inspectors of the leading department in each team, 1 to 6.</summary>
    public int LeadPlaces { get; init; } = 2;

    /// <summary>Inspectors of every other department that owns an item inspected there, 1 to 6.</summary>
    public int OtherPlaces { get; init; } = 1;

    /// <summary>Most subjects that one team visits as a bundle, 1 to 50.</summary>
    public int BundleMax { get; init; } = 1;

    /// <summary>The neighbourhood widens until so many inspectors are eligible, 0 to 100.</summary>
    public int MinPool { get; init; } = 4;

    /// <summary>How far above the lowest possible load inspectors may go; below 0: no levelling.</summary>
    public int LevelSlack { get; init; } = 1;

    /// <summary>Most teams of one inspector; null: twice his department's mean, at least four.</summary>
    public int? MostTeams { get; init; }

    /// <summary>By how much that may be raised for all when no match exists otherwise.</summary>
    public int MostTeamsExtra { get; init; } = 20;

    /// <summary>Number of equal batches, 1 to 12.</summary>
    public int Batches { get; init; } = 1;

    /// <summary>Last day for the opening; null: sixty days after the last inspection day.</summary>
    public DateOnly? OpenBy { get; init; }
}

/// <summary>A draw as it is asked for.</summary>
/// <param name="Tasks">Task numbers; the first is the leading one, whose number the draw bears.</param>
public sealed record DrawWish(params IReadOnlyList<string> Tasks)
{
    /// <summary>Teams and dates.</summary>
    public DrawSettings Settings { get; init; } = new();

    /// <summary>Whom the guests stand for who will contribute, e.g. 企业代表; at most nine.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];

    /// <summary>The ground for drawing again who was drawn earlier this year, or null: they are excluded (R8).</summary>
    public RepeatGround? Repeat { get; init; }

    /// <summary>The public randomness that enters the draw, named beforehand; null: the witnesses' contributions alone.</summary>
    public BeaconWish? Beacon { get; init; }

    /// <summary><see cref="DrawPreview.Fingerprint"/> of the preview the operator saw; refused when the data has changed since. Null: not asked.</summary>
    public string? Seen { get; init; }
}
