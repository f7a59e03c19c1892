using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Matching;

namespace DoubleRandom.Verifiable.Record;

/// <summary>Everything an attempt comes to (抽取结果全貌). Secret until opened, except <see cref="Sealed"/>.</summary>
/// <param name="Keys">Seed and keys.</param>
/// <param name="Ranking">The order of every part and stratum; supplements continue it.</param>
/// <param name="Result">Bundles, parts, selected subjects.</param>
/// <param name="ResultBytes">J(result), the content of <c>result.json</c>.</param>
/// <param name="ResultHash">H(J(result)), for <c>draw.opened</c>.</param>
/// <param name="Sealed">The body of <c>draw.sealed</c>.</param>
/// <param name="SubjectOpenings">One opening per drawn subject, sealed; the source of notices.</param>
/// <param name="TeamOpenings">One opening per team, sealed.</param>
/// <param name="Shortages">Why there are no teams, when the matching is infeasible; else empty.</param>
public sealed record DrawOutcome(
    DrawKeys Keys,
    Ranking Ranking,
    DrawResult Result,
    ReadOnlyMemory<byte> ResultBytes,
    Bytes32 ResultHash,
    DrawSealed Sealed,
    SealedOpenings SubjectOpenings,
    SealedOpenings TeamOpenings,
    IReadOnlyList<Shortage> Shortages);
