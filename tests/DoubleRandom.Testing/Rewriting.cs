using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Plans;

namespace DoubleRandom.Testing;

/// <summary>Rewrites what a directory entry says, as its owner's own act does, without the act.</summary>
public static class Rewriting
{
    /// <summary>The item with something else in it.</summary>
    public static void Change(this Item item, Func<ItemContent, ItemContent> change) => item.Rewrite(change(ItemContent.Of(item)));

    /// <summary>The subject with something else in it.</summary>
    public static void Change(this Subject subject, Func<SubjectContent, SubjectContent> change) => subject.Rewrite(change(SubjectContent.Of(subject)));

    /// <summary>The inspector with something else in it.</summary>
    public static void Change(this Inspector inspector, Func<InspectorContent, InspectorContent> change) => inspector.Rewrite(change(InspectorContent.Of(inspector)));

    /// <summary>The task with something else in it.</summary>
    public static void Change(this PlanTask task, Func<TaskDraft, TaskDraft> change) => task.Take(change(TaskDraft.Of(task)));

    /// <summary>The item in that state, published on that day unless it is a draft.</summary>
    public static Item Standing(this Item item, ItemState state, DateOnly day)
    {
        if (state != ItemState.Draft)
        {
            item.Publish(day);
        }

        if (state == ItemState.Retired)
        {
            item.Retire();
        }

        return item;
    }

    /// <summary>The plan, published on that day.</summary>
    public static AnnualPlan Published(this AnnualPlan plan, DateOnly day)
    {
        plan.Publish(day);
        return plan;
    }
}
