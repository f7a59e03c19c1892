using DoubleRandom.Directories;

namespace DoubleRandom.Plans;

/// <summary>Says conditions and quotas as a plan prints them: 勐海镇、打洛镇的个体工商户，行业代码以 C15 开头，信用风险等级为 C 级、D 级，带有“茶叶加工”标签.</summary>
public static class FilterWords
{
    private static readonly Words Words = PlanWords.Words;

    /// <summary>The conditions in words; none is left out.</summary>
    public static string Say(SubjectFilter filter)
    {
        var towns = filter.Towns.Count == 0 ? Words["everywhere"] : Join(filter.Towns.Select(Town.NameOf));
        var kinds = filter.Kinds.Count == 0 ? Words["everybody"] : Join(filter.Kinds.Select(PlanWords.Of));
        string?[] clauses =
        [
            Words.Say("whom", towns, kinds),
            Clause("industries", filter.Industries),
            Clause("risks", [.. filter.Risks.Select(Class)]),
            Clause("tags", filter.Tags),
        ];
        return string.Join(Words["clause"], clauses.OfType<string>());
    }

    /// <summary>The wish in words: 30 户; A 级 1%、B 级 3%; 各等级均为 5%.</summary>
    public static string Say(QuotaWish wish) => wish switch
    {
        { Count: { } count } => Words.Say("count", count),
        { Shares.Count: 0 } => Words["no-quota"],
        _ when wish.Shares.Count == Enum.GetValues<RiskClass>().Length && wish.Shares.Values.Distinct().Count() == 1 => Words.Say("each", Share(wish.Shares.Values.First())),
        _ => Join(wish.Shares.OrderBy(s => s.Key == RiskClass.N).ThenBy(s => s.Key).Select(s => Words.Say("share", Class(s.Key), Share(s.Value)))),
    };

    private static string Class(RiskClass risk) => risk == RiskClass.N ? PlanWords.Risk(risk) : Words.Say("class", risk);

    private static BasisPoints Share(int value) => BasisPoints.Of(Math.Clamp(value, 0, 10_000));

    private static string? Clause(string key, IReadOnlyList<string> values) => values.Count == 0 ? null : Words.Say(key, Join(values));

    private static string Join(IEnumerable<string> values) => string.Join(Words["comma"], values);
}
