namespace DoubleRandom.Web.Frame;

/// <summary>What the staff frame shows around a page to the person at the desk; filled once per request by whoever knows the person.</summary>
public sealed class Desk
{
    /// <summary>The menu, already cut to this person's rights.</summary>
    public Menu Menu { get; set; } = new([]);

    /// <summary>Name and department of the person, or null when nobody is signed in.</summary>
    public string? SignedInAs { get; set; }

    /// <summary>When a check found that log and database differ (UTC), until a later one finds that they fit; else null.</summary>
    public DateTimeOffset? LogDiffersSince { get; set; }

    /// <summary>The form address that signs out; a POST.</summary>
    public string SignOut { get; set; } = "/sign-out";
}
