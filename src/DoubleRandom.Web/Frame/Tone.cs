namespace DoubleRandom.Web.Frame;

/// <summary>What a colour says besides the words it stands with; never instead of them.</summary>
public enum Tone
{
    /// <summary>Grey: not begun, at rest, withdrawn.</summary>
    Neutral,

    /// <summary>Blue: under way.</summary>
    Ongoing,

    /// <summary>Green: done, in order.</summary>
    Good,

    /// <summary>Orange: soon due, to be looked at.</summary>
    Warning,

    /// <summary>Red: overdue, refused, a problem found.</summary>
    Bad,
}

/// <summary>The stylesheet's names of the tones.</summary>
public static class Tag
{
    /// <summary>The class of a tone.</summary>
    public static string Class(Tone tone) => tone switch
    {
        Tone.Ongoing => "info",
        Tone.Good => "good",
        Tone.Warning => "warn",
        Tone.Bad => "bad",
        _ => "plain",
    };
}
