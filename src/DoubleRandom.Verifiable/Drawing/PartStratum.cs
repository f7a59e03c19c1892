namespace DoubleRandom.Verifiable.Drawing;

/// <summary>One stratum of one part (部分与分层, A.4): what has its own order of ranks and its own quota.</summary>
/// <param name="Part">The part's id.</param>
/// <param name="Stratum">The stratum's key.</param>
public sealed record PartStratum(string Part, string Stratum);
