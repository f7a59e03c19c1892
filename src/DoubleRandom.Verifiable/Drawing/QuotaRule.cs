using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>How the number to draw follows from the size of a stratum (配额方法, A.5).</summary>
public enum QuotaMethod
{
    /// <summary>A stated number per stratum.</summary>
    Fixed,

    /// <summary>A share per stratum, rounded half up (四舍五入).</summary>
    RatioHalfUp,

    /// <summary>A stated total, shared out by weighted size with largest remainders (最大余额).</summary>
    LargestRemainder,
}

/// <summary>
/// The quota rule of a part (配额规则, A.5): integers only, so that everybody reaches the same numbers. Shares are basis
/// points; 300 = 3 %.
/// </summary>
/// <param name="Method">Which of the three.</param>
/// <param name="Fixed">Number per stratum key; counts for <see cref="QuotaMethod.Fixed"/>.</param>
/// <param name="RatioBp">Share or weight per stratum key, 0 … 10000; an absent stratum is 0.</param>
/// <param name="Total">Number to draw in all; only for <see cref="QuotaMethod.LargestRemainder"/>, else 0.</param>
/// <param name="MinPerStratum">At least this many of each stratum, as far as it has them.</param>
public sealed record QuotaRule(
    QuotaMethod Method,
    IReadOnlyDictionary<string, int> Fixed,
    IReadOnlyDictionary<string, int> RatioBp,
    int Total,
    int MinPerStratum)
{
    internal static readonly string[] Names = ["fixed", "method", "minPerStratum", "ratioBp", "total"];

    private static readonly Dictionary<string, QuotaMethod> Methods = new(StringComparer.Ordinal)
    {
        ["fixed"] = QuotaMethod.Fixed,
        ["ratio-half-up"] = QuotaMethod.RatioHalfUp,
        ["largest-remainder"] = QuotaMethod.LargestRemainder,
    };

    private static readonly IReadOnlyDictionary<string, int> None = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>A stated number per stratum.</summary>
    public static QuotaRule OfFixed(IReadOnlyDictionary<string, int> numbers) => new(QuotaMethod.Fixed, numbers, None, 0, 0);

    /// <summary>A share per stratum, rounded half up.</summary>
    public static QuotaRule OfRatio(IReadOnlyDictionary<string, int> ratioBp, int minPerStratum = 0) =>
        new(QuotaMethod.RatioHalfUp, None, ratioBp, 0, minPerStratum);

    /// <summary>A total, shared out by size times weight.</summary>
    public static QuotaRule OfTotal(int total, IReadOnlyDictionary<string, int> weightBp, int minPerStratum = 0) =>
        new(QuotaMethod.LargestRemainder, None, weightBp, total, minPerStratum);

    /// <summary>
    /// The quota table for the numbers of eligible subjects per stratum (all ≥ 1): one row each, also where the quota is 0.
    /// A fixed number above the eligible, or a total outside the bounds, is a fault.
    /// </summary>
    public Answer<QuotaTable> Quotas(IReadOnlyDictionary<string, int> eligible)
    {
        var strata = eligible.Keys.Order(ByteOrder.Instance).Select(key => new QuotaRow(key, eligible[key], 0)).ToArray();
        return Method switch
        {
            QuotaMethod.Fixed => FixedQuotas(strata),
            QuotaMethod.RatioHalfUp => new QuotaTable(strata.Select(s => s with { Quota = ByRatio(s.Stratum, s.Eligible) }).ToArray()),
            _ => LargestRemainder.Share(strata, Total, RatioBp, MinPerStratum),
        };
    }

    /// <summary>The rule as JSON; all five members are always present.</summary>
    public JsonObject ToJson() => Json.Object(
        ("fixed", Json.Map(Fixed)),
        ("method", Methods.First(entry => entry.Value == Method).Key),
        ("minPerStratum", MinPerStratum),
        ("ratioBp", Json.Map(RatioBp)),
        ("total", Total));

    internal static QuotaRule Read(Members members)
    {
        var rule = new QuotaRule(
            members.OneOf("method", Methods),
            members.IntegerMap("fixed", 0),
            members.IntegerMap("ratioBp", 0, 10000),
            members.Integer("total", 0),
            members.Integer("minPerStratum", 0));
        return rule.Method != QuotaMethod.LargestRemainder && rule.Total != 0 ? members.Wrong("total", "0", "0 for this method", rule) : rule;
    }

    private Answer<QuotaTable> FixedQuotas(QuotaRow[] strata)
    {
        var rows = strata.Select(s => s with { Quota = Fixed.GetValueOrDefault(s.Stratum) }).ToArray();
        var present = strata.Select(s => s.Stratum).ToHashSet(StringComparer.Ordinal);
        var over = rows.Where(row => row.Quota > row.Eligible).Select(row => row.Stratum)
            .Concat(Fixed.Where(entry => entry.Value > 0 && !present.Contains(entry.Key)).Select(entry => entry.Key))
            .FirstOrDefault();
        return over is null
            ? new QuotaTable(rows)
            : new Fault("quota.over-eligible", $"分层“{over}”的抽取数超过可抽取数。", $"Stratum '{over}': more are to be drawn than take part.");
    }

    private int ByRatio(string stratum, int eligible)
    {
        var rounded = (((long)eligible * RatioBp.GetValueOrDefault(stratum)) + 5000) / 10000;
        return (int)Math.Min(eligible, Math.Max(Math.Min(MinPerStratum, eligible), rounded));
    }
}
