namespace DoubleRandom.Verifiable.Lists;

/// <summary>The first and the last id of a range (首末标识).</summary>
/// <param name="First">Id of the first line.</param>
/// <param name="Last">Id of the last line.</param>
public sealed record IdSpan(string First, string Last);
