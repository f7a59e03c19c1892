using DoubleRandom.Access;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws;

/// <summary>Finds what a request concerns.</summary>
internal static class ConcernedDraw
{
    /// <summary>The latest attempt of a draw and the department that leads its task. Refused: <c>draw.no-such</c>.</summary>
    public static async Task<Outcome<Concerned>> ConcernedAsync(this SupervisionDb db, string number, CancellationToken stop) =>
        await db.Draws.Where(d => d.Number == number).OrderByDescending(d => d.Attempt).FirstOrDefaultAsync(stop) is { } draw
            ? new Concerned(draw.Attempt, await LeadAsync(db, draw.StageOf ?? draw.Number, stop), draw)
            : DrawRefusals.Of("draw.no-such", null, number);

    /// <summary>A latest attempt that is sealed and stands for itself. Refused: <c>draw.no-such</c>, <c>draw.not-sealed</c>, <c>draw.second-stage</c>, <c>draw.void-decided</c>.</summary>
    public static async Task<Outcome<Concerned>> SealedAsync(this SupervisionDb db, string number, CancellationToken stop) =>
        (await db.ConcernedAsync(number, stop)).Refused(out var no, out var concerned) || (no = ((Draw)concerned.Row).NotSealed()) is not null ? no : concerned;

    /// <summary>Refuses what changes only a sealed draw that stands for itself.</summary>
    public static Refusal? NotSealed(this Draw draw) => draw switch
    {
        { State: not DrawState.Sealed } => DrawRefusals.Of("draw.not-sealed", null, DrawRefusals.Words.Gap("state." + draw.State)),
        { VoidDecidedAt: not null } => DrawRefusals.Of("draw.void-decided", null, draw.Attempt),
        { StageOf: { } first } => DrawRefusals.Of("draw.second-stage", null, first),
        _ => null,
    };

    /// <summary>A task before its draw. Refused: <c>draw.no-such-task</c>, <c>draw.task-frozen</c>.</summary>
    public static async Task<Outcome<Concerned>> ConcernedTaskAsync(this SupervisionDb db, string number, CancellationToken stop)
    {
        if (await db.Tasks.SingleOrDefaultAsync(t => t.Number == number, stop) is not { } task)
        {
            return DrawRefusals.Of("draw.no-such-task", null, number);
        }

        return task.IsFrozen || task.State != Plans.TaskState.Planned
            ? DrawRefusals.Of("draw.task-frozen", null, number)
            : new Concerned(0, task.Lead, task);
    }

    /// <summary>Whether a text names a value of a closed list, by its name and not by its number.</summary>
    public static bool IsOneOf<T>(string? text)
        where T : struct, Enum => Enum.GetNames<T>().Contains(text, StringComparer.Ordinal);

    private static Task<Department> LeadAsync(SupervisionDb db, string task, CancellationToken stop) =>
        db.Tasks.Where(t => t.Number == task).Select(t => t.Lead).SingleAsync(stop);
}
