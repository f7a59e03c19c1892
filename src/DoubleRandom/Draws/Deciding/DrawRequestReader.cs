using DoubleRandom.Access;
using DoubleRandom.Decisions;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Deciding;

/// <summary>A request that concerns a draw, as its page shows it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Title">Title of the draw, or the task's name.</param>
/// <param name="Part">Name of the task that it speaks of; null where it speaks of none.</param>
/// <param name="Subject">Name of the subject that it speaks of; null where it speaks of none.</param>
/// <param name="Decision">What became of it.</param>
/// <param name="MayWithdraw">Whether the person who looks may take it back.</param>
public sealed record DrawRequestView(DrawRequest Request, string Title, string? Part, string? Subject, DecisionView Decision, bool MayWithdraw);

/// <summary>Which requests are asked for.</summary>
public sealed record DrawRequestQuery
{
    /// <summary>What became of them; null for all.</summary>
    public DecisionState? State { get; init; }

    /// <summary>The draw's number; null for all.</summary>
    public string? Draw { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows on a page.</summary>
    public int Size { get; init; } = 20;
}

/// <summary>Reads requests that concern draws: the office sees all, a head and his deputy those of their department, its clerk those of
/// its places, auditors and the leading group all.</summary>
[PerRequest]
public sealed class DrawRequestReader(SupervisionDb db, DecideDrawChange deciding, TimeProvider clock)
{
    /// <summary>One page, the newest first, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<DrawRequestView> Lines, int Total)> PageAsync(Actor actor, DrawRequestQuery query, CancellationToken stop = default)
    {
        var requests = SeenBy(actor).Where(r => (query.State == null || r.State == query.State) && (query.Draw == null || r.Draw == query.Draw));
        var page = requests.OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id).Skip((query.Page - 1) * query.Size).Take(query.Size);
        return (await ViewsAsync(actor, page, stop), await requests.CountAsync(stop));
    }

    /// <summary>One request; null when there is none, or the person does not see it.</summary>
    public async Task<DrawRequestView?> FindAsync(Actor actor, Id<DrawRequest> id, CancellationToken stop = default) =>
        (await ViewsAsync(actor, SeenBy(actor).Where(r => r.Id == id), stop)).SingleOrDefault();

    /// <summary>The newest request that a task may draw subjects again on that ground; null when nobody asked.</summary>
    public async Task<DrawRequestView?> RepeatAsync(Actor actor, string task, RepeatGround ground, CancellationToken stop = default)
    {
        var requests = SeenBy(actor).Where(r => r.Kind == DrawRequestKind.Repeat && r.Draw == task && r.Code == ground.ToString());
        return (await ViewsAsync(actor, requests.OrderByDescending(r => r.AskedAt).Take(1), stop)).SingleOrDefault();
    }

    private IQueryable<DrawRequest> SeenBy(Actor actor)
    {
        var requests = db.DrawRequests.AsNoTracking();
        if (actor.May(Right.HoldDraws) || actor.May(Right.ReadAudit))
        {
            return requests;
        }

        var (deciding, places) = (Departments(actor, Right.ApproveDraws, Right.Deputise), Departments(actor, Right.ApproveSubstitution, Right.AskSubstitution));
        return requests.Where(r => deciding.Contains(r.Department) || (r.Kind == DrawRequestKind.Substitute && places.Contains(r.Department)));
    }

    private static List<Department> Departments(Actor actor, params Right[] rights) => [.. rights.SelectMany(actor.DepartmentsFor).Distinct()];

    /// <summary>A drawn subject is named to who asks and who decides only, as long as its draw keeps the list sealed.</summary>
    private bool MayKnow(Actor actor, DrawRequest request) => request.Kind != DrawRequestKind.Replace
        || actor.May(Right.HoldDraws) || actor.May(Right.ApproveDraws, request.Department)
        || (actor.May(Right.Deputise, request.Department) && request.DecideBy < clock.Today());

    private async Task<IReadOnlyList<DrawRequestView>> ViewsAsync(Actor actor, IQueryable<DrawRequest> requests, CancellationToken stop)
    {
        var rows = await requests.Select(r => new
        {
            Request = r,
            Draw = db.Draws.Where(d => d.Number == r.Draw).OrderByDescending(d => d.Attempt).Select(d => d.Title).FirstOrDefault(),
            Task = db.Tasks.Where(t => t.Number == r.Draw).Select(t => t.Name).FirstOrDefault(),
            Part = db.Tasks.Where(t => t.Number == r.Part).Select(t => t.Name).FirstOrDefault(),
            Subject = db.Subjects.Where(s => s.Code == r.SubjectCode).Select(s => s.Name).FirstOrDefault(),
            Operator = db.Draws.Where(d => d.Number == r.Draw && d.Attempt == r.Attempt).Select(d => d.Operator).FirstOrDefault(),
        }).ToListAsync(stop);
        return [.. rows.Select(row => new DrawRequestView(
            row.Request, row.Draw ?? row.Task ?? row.Request.Draw, row.Part, MayKnow(actor, row.Request) ? row.Subject : null,
            DecisionView.Of(row.Request, deciding.Refuse(actor, row.Request, row.Operator)),
            row.Request.State == DecisionState.Asked && DecideDrawChange.Withdrawing(actor, row.Request) is null))];
    }
}
