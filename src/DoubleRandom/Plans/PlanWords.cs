using DoubleRandom.Directories;
using DoubleRandom.Items;

namespace DoubleRandom.Plans;

/// <summary>One vocabulary for the states and types of planning, in list, detail, export and portal.</summary>
public static class PlanWords
{
    internal static readonly Words Words = new(typeof(PlanWords));

    /// <summary>编制中, 已公布.</summary>
    public static string Of(PlanState state) => Words["PlanState." + state];

    /// <summary>待抽取, 已撤回, 已抽取, 已完成.</summary>
    public static string Of(TaskState state) => Words["TaskState." + state];

    /// <summary>定向, 不定向.</summary>
    public static string Of(TaskType type) => Words["TaskType." + type];

    /// <summary>重点检查事项, 一般检查事项.</summary>
    public static string Of(Importance importance) => Words["Importance." + importance];

    /// <summary>企业, 个体工商户 …</summary>
    public static string Of(SubjectKind kind) => Words["SubjectKind." + kind];

    /// <summary>A risk class: its letter, or 未评.</summary>
    public static string Risk(RiskClass risk) => risk == RiskClass.N ? Words["RiskClass.N"] : risk.ToString();
}
