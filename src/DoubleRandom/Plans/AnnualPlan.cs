namespace DoubleRandom.Plans;

/// <summary>What a plan's life has come to.</summary>
public enum PlanState
{
    /// <summary>Being written [编制中].</summary>
    Draft,

    /// <summary>Published by the office [已公布] (R9).</summary>
    Published,
}

/// <summary>The annual joint inspection plan [年度联合抽查计划, R6, R7] of a county.</summary>
[StoredKind("AnnualPlan")]
public sealed class AnnualPlan : EditableRow
{
    /// <summary>Its id.</summary>
    public required Id<AnnualPlan> Id { get; init; }

    /// <summary>Fourteen digits: division, year, <c>1</c>, serial of three.</summary>
    public required string Number { get; init; }

    /// <summary>The year it is for.</summary>
    public required int Year { get; init; }

    /// <summary>Name [抽查计划名称].</summary>
    public required string Name { get; set; }

    /// <summary>The cases in which a drawn subject may be replaced [可以替换对象的情形]; empty, as a rule: then nobody is replaced.</summary>
    public List<string> Replacements { get; set; } = [];

    /// <summary>Draft or published.</summary>
    public PlanState State { get; set; }

    /// <summary>Day of publication, Asia/Shanghai; null before.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>Publishes it; from then on its tasks are fixed and only additions and withdrawals are possible (R6).</summary>
    internal void Publish(DateOnly today) => (State, PublishedOn) = (PlanState.Published, today);
}
