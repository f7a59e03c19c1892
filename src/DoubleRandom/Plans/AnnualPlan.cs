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
    public string Name { get; private set; } = "";

    /// <summary>The cases in which a drawn subject may be replaced [可以替换对象的情形]; empty, as a rule: then nobody is replaced.</summary>
    public List<string> Replacements { get; private set; } = [];

    /// <summary>Draft or published.</summary>
    public PlanState State { get; private set; }

    /// <summary>Day of publication, Asia/Shanghai; null before.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Its name and the cases in which a drawn subject may be replaced, when it is made.</summary>
    public required (string Name, IReadOnlyList<string> Replacements) Says
    {
        init => Rename(value.Name, value.Replacements);
    }

    /// <summary>Gives it another name and other cases of replacement.</summary>
    public void Rename(string name, IReadOnlyList<string> replacements) => (Name, Replacements) = (name, [.. replacements]);

    /// <summary>Publishes it; from then on its tasks are fixed and only additions and withdrawals are possible (R6).</summary>
    public void Publish(DateOnly today) => (State, PublishedOn) = (PlanState.Published, today);
}
