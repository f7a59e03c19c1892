namespace DoubleRandom.Draws;

/// <summary>What a later module still wants done before a sealed draw is opened [公开前提]: the opening makes every name computable.</summary>
public interface IOpeningObstacle
{
    /// <summary>One sentence for each thing that waits; empty when nothing does.</summary>
    Task<IReadOnlyList<Refusal>> FindAsync(string draw, CancellationToken stop = default);
}
