using DoubleRandom.Directories;
using DoubleRandom.Verifiable.Drawing;

namespace DoubleRandom.Plans;

/// <summary>How many are asked for [抽查比例或数量]: a share per risk class, or a count over all.</summary>
/// <param name="Count">A count drawn from the whole pool, or null when shares are given.</param>
/// <param name="Shares">Share in basis points per risk class, 1 to 10,000; a class without entry is not drawn. Empty when a count is given.</param>
public sealed record QuotaWish(int? Count, IReadOnlyDictionary<RiskClass, int> Shares)
{
    /// <summary>A count drawn from the whole pool.</summary>
    public static QuotaWish Of(int count) => new(count, new SortedDictionary<RiskClass, int>());

    /// <summary>One share for every class.</summary>
    public static QuotaWish OfEach(BasisPoints share) => new(null, new SortedDictionary<RiskClass, int>(Enum.GetValues<RiskClass>().ToDictionary(c => c, _ => share.Value)));

    /// <summary>A share per class.</summary>
    public static QuotaWish Of(params IEnumerable<(RiskClass Class, BasisPoints Share)> shares) =>
        new(null, new SortedDictionary<RiskClass, int>(shares.ToDictionary(s => s.Class, s => s.Share.Value)));

    /// <summary>The rule a draw applies: the count over one stratum, or the shares rounded half up (四舍五入) per class.</summary>
    public QuotaRule ToRule() => Count is { } count
        ? QuotaRule.OfFixed(new Dictionary<string, int> { [""] = count })
        : QuotaRule.OfRatio(Shares.ToDictionary(s => s.Key.ToString(), s => s.Value));
}
