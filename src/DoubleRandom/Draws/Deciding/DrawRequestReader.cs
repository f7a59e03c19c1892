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
public sealed record DrawRequestView(DrawRequest Request, string Title, string? Part, string? Subject, DecisionView Decision);

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

/// <summary>Reads requests that concern draws: the office sees all, a department those it decides, auditors and the leading group all.</summary>
[PerRequest]
public sealed class DrawRequestReader(SupervisionDb db, DecideDrawChange deciding)
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

        Right[] rights = [Right.ApproveDraws, Right.ApproveSubstitution, Right.AskSubstitution, Right.Deputise];
        var departments = rights.SelectMany(actor.DepartmentsFor).Distinct().ToList();
        return requests.Where(r => departments.Contains(r.Department));
    }

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
            row.Request, row.Draw ?? row.Task ?? row.Request.Draw, row.Part, row.Subject,
            DecisionView.Of(row.Request, deciding.Refuse(actor, row.Request, row.Operator))))];
    }
}
