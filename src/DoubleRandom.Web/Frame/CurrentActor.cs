using DoubleRandom.Access;

namespace DoubleRandom.Web.Frame;

/// <summary>Who makes the present request; filled once, from the session and the database.</summary>
public sealed class CurrentActor
{
    private Actor? actor;

    /// <summary>The actor of a page that needs a sign-in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page forgot its rights.</exception>
    public Actor Actor
    {
        get => actor ?? throw new InvalidOperationException("Nobody is signed in here.");
        set => actor = value;
    }

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsKnown => actor is not null;
}
