namespace DoubleRandom.Plans;

/// <summary>Every expected no of planning; the sentences stand beside this file.</summary>
public static class PlanRefusals
{
    internal static readonly Words Words = new(typeof(PlanRefusals));

    /// <summary>No plan has that number (<c>plan.no-such</c>).</summary>
    public static Refusal NoSuchPlan(string number) => Words.Refuse("plan.no-such", null, number);

    /// <summary>No task has that number (<c>task.no-such</c>).</summary>
    public static Refusal NoSuchTask(string number) => Words.Refuse("task.no-such", null, number);


    /// <summary>Why a pool is empty: nothing imported, one condition to blame, or several together.</summary>
    internal static Refusal Empty(PoolCount pool) => pool switch
    {
        { IsDirectoryEmpty: true } => Words.Refuse("task.directory-empty", "R4"),
        { EmptiedBy.Count: 0 } => Words.Refuse("task.pool-empty-together", "R4"),
        _ => new(
            "task.pool-empty",
            Words.InChinese("task.pool-empty", string.Join("、", pool.EmptiedBy.Select(c => $"“{Words.InChinese("condition." + c)}”"))),
            Words.InEnglish("task.pool-empty", string.Join(", ", pool.EmptiedBy.Select(c => Words.InEnglish("condition." + c)))),
            "R4"),
    };
}
