using DoubleRandom.Access;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Plans.Reading;
using DoubleRandom.Reminders;

namespace DoubleRandom.Draws.Reading;

/// <summary>What waits in this module for whoever holds draws: tasks to be drawn, draws to be carried on, draws to be opened.</summary>
internal sealed class DrawToDos(PlanReader plans, DrawReader draws, TimeProvider clock) : IToDoSource
{
    private static readonly Words Words = new(typeof(DrawToDos));

    public async Task<IReadOnlyList<ToDo>> OfAsync(Actor actor, CancellationToken stop = default)
    {
        if (!actor.May(Right.HoldDraws))
        {
            return [];
        }

        var tasks = await plans.WaitingTasksAsync(actor, stop);
        var first = tasks.Overdue.Concat(tasks.Due).Select(t => (DateOnly?)t.Task.From).Min();
        var rows = (await draws.ListAsync(stop)).ToLookup(d => d.Waits);
        return
        [
            new("draws.tasks-to-draw", Words["draws.tasks-to-draw"], tasks.Overdue.Count + tasks.Due.Count, "/draws?tasks=due") { Overdue = tasks.Overdue.Count, Due = first },
            .. new[] { DrawWait.Contributions, DrawWait.Cosignatures, DrawWait.Beacon, DrawWait.Seal, DrawWait.Teams }.Select(wait => Of(wait, [.. rows[wait]])),
            Of(DrawWait.Opening, [.. rows[DrawWait.Opening]]) with
            {
                Overdue = rows[DrawWait.Opening].Count(d => d.OpenBy < clock.Now()),
                Due = rows[DrawWait.Opening].Select(d => (DateOnly?)d.OpenBy.Day()).Min(),
            },
        ];
    }

    private static ToDo Of(DrawWait wait, IReadOnlyList<DrawRow> rows)
    {
        var code = "draws." + wait.ToString().ToLowerInvariant();
        return new ToDo(code, Words[code], rows.Count, $"/draws?waits={wait}");
    }
}
