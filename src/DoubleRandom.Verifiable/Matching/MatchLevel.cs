using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Matching;

/// <summary>
/// The relaxation at which a matching was held (匹配参数结果, A.8, A.9), as <c>draw.sealed.match</c> tells it.
/// </summary>
/// <param name="Bump">b: steps by which every slot's distance was widened, 0 … 2.</param>
/// <param name="CapExtra">Teams by which every cap was raised, 0 or more.</param>
/// <param name="Level">L: the load level before slack is added.</param>
public sealed record MatchLevel(int Bump, int CapExtra, long Level)
{
    internal static readonly string[] Names = ["bump", "capExtra", "level"];

    internal JsonObject ToJson() => Json.Object(("bump", Bump), ("capExtra", CapExtra), ("level", Level));
}
