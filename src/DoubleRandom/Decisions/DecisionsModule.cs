namespace DoubleRandom.Decisions;

/// <summary>Declares what one person asks for and another decides; the requests themselves belong to the modules that carry them out.</summary>
public static class DecisionsModule
{
    /// <summary>The module.</summary>
    public static Module Declared { get; } = new(typeof(DecisionsModule));
}
