namespace DoubleRandom.Demo;

/// <summary>One step in the making of the demo county [演示步骤]; the steps stand in <see cref="DemoSetup"/> in the order of their days.</summary>
internal interface IDemoStep
{
    /// <summary>Key of the sentence that tells what is being done; null where nobody need wait long.</summary>
    string? Tells => null;

    /// <summary>Does it, through the product's own use cases.</summary>
    /// <exception cref="InvalidOperationException">The product refused: a bug.</exception>
    Task RunAsync(DemoStage demo, CancellationToken stop);
}
