using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Record;

/// <summary>
/// <c>plan.registered</c> (任务登记, A.4): the task is on record before anything is drawn; once per draw id, attempt 0.
/// </summary>
/// <param name="Kind">What will be drawn; the commit agrees.</param>
/// <param name="PlanRef">The published plan the task comes from; the commit agrees.</param>
/// <param name="Task">The task's number in that plan.</param>
public sealed record PlanRegistered(DrawKind Kind, string PlanRef, string Task) : EntryBody
{
    internal static readonly string[] Names = ["kind", "planRef", "task"];

    /// <inheritdoc/>
    public override string Type => "plan.registered";

    /// <inheritdoc/>
    public override JsonObject ToJson() => Json.Object(("kind", Kind.InRecord()), ("planRef", PlanRef), ("task", Task));

    internal static PlanRegistered Read(Members members) =>
        new(members.OneOf("kind", DrawKinds.ByName), members.Text("planRef"), members.Text("task"));
}
