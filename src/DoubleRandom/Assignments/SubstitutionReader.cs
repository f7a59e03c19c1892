using DoubleRandom.Access;
using DoubleRandom.Decisions;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Assignments;

/// <summary>A request to replace an inspector, as its page shows it.</summary>
public sealed record SubstitutionLine(
    Id<SubstitutionRequest> Id, Id<Visit> Visit, string VisitNumber, string Slot, Department Department, string Absent, string? Substitute,
    SubstitutionReason Reason, string Evidence, DecisionView Decision);

/// <summary>Which requests are asked for.</summary>
public sealed record SubstitutionQuery
{
    /// <summary>What became of them.</summary>
    public DecisionState? State { get; init; }

    /// <summary><c>asked-at</c> (the newest first where nothing is given), <c>visit</c>, <c>asked-by</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>From the last to the first.</summary>
    public bool Descending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows on a page.</summary>
    public int Size { get; init; } = 20;
}

/// <summary>Reads requests to replace inspectors.</summary>
[PerRequest]
public sealed class SubstitutionReader(SupervisionDb db)
{
    /// <summary>One page of the requests on visits that the person sees, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<SubstitutionLine> Lines, int Total)> PageAsync(Actor actor, SubstitutionQuery query, CancellationToken stop = default)
    {
        var requests = SeenBy(actor).Where(r => query.State == null || r.State == query.State);
        return (await LinesAsync(Sorted(requests, query).Skip((query.Page - 1) * query.Size).Take(query.Size), actor, stop), await requests.CountAsync(stop));
    }

    /// <summary>One request; null when there is none or the person does not see its visit.</summary>
    public async Task<SubstitutionLine?> FindAsync(Actor actor, Id<SubstitutionRequest> id, CancellationToken stop = default) =>
        (await LinesAsync(SeenBy(actor).Where(r => r.Id == id), actor, stop)).SingleOrDefault();

    /// <summary>The first visit, seen by the person, of the team with this place on which nothing is recorded; null where there is none.</summary>
    public Task<Id<Visit>?> OfPlaceAsync(Actor actor, string draw, string slot, CancellationToken stop = default) => db.SeenBy(actor).AsNoTracking()
        .Where(v => v.Draw == draw && v.State == VisitState.Pending && db.VisitMembers.Any(m => m.Visit == v.Id && m.Slot == slot))
        .OrderBy(v => v.Number).Select(v => (Id<Visit>?)v.Id).FirstOrDefaultAsync(stop);

    /// <summary>The requests for places of one visit's team, the newest first.</summary>
    internal Task<IReadOnlyList<SubstitutionLine>> OfVisitAsync(Id<Visit> visit, CancellationToken stop) => LinesAsync(
        NewestFirst(db.SubstitutionRequests.Where(r => db.Visits.Any(v => v.Id == visit && v.Draw == r.Draw && v.Attempt == r.Attempt)
            && db.VisitMembers.Any(m => m.Visit == visit && m.Slot == r.Slot))), actor: null, stop);

    private IQueryable<SubstitutionRequest> SeenBy(Actor actor)
    {
        var seen = db.SeenBy(actor);
        return db.SubstitutionRequests.Where(r => seen.Any(v => v.Id == r.Visit));
    }

    private IQueryable<SubstitutionRequest> Sorted(IQueryable<SubstitutionRequest> requests, SubstitutionQuery query) => query.Sort switch
    {
        "visit" => requests.By(r => db.Visits.Where(v => v.Id == r.Visit).Select(v => v.Number).First(), query.Descending).ThenByDescending(r => r.Id),
        "asked-by" => requests.By(r => r.AskedByName, query.Descending).ThenByDescending(r => r.Id),
        "asked-at" => requests.By(r => r.AskedAt, query.Descending).ThenByDescending(r => r.Id),
        _ => NewestFirst(requests),
    };

    private static IQueryable<SubstitutionRequest> NewestFirst(IQueryable<SubstitutionRequest> requests) => requests.OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id);

    private async Task<IReadOnlyList<SubstitutionLine>> LinesAsync(IQueryable<SubstitutionRequest> requests, Actor? actor, CancellationToken stop)
    {
        var rows = await requests.AsNoTracking().Select(r => new
        {
            Request = r,
            Number = db.Visits.Where(v => v.Id == r.Visit).Select(v => v.Number).First(),
            Department = db.VisitMembers.Where(m => m.Visit == r.Visit && m.Slot == r.Slot).Select(m => m.Department).First(),
            Absent = db.Inspectors.Where(i => i.Id == r.Absent).Select(i => i.Name).First(),
            Substitute = db.Inspectors.Where(i => i.Id == r.Substitute).Select(i => i.Name).FirstOrDefault(),
        }).ToListAsync(stop);
        return [.. rows.Select(row => new SubstitutionLine(
            row.Request.Id, row.Request.Visit, row.Number, row.Request.Slot, row.Department, row.Absent, row.Substitute, row.Request.Reason,
            row.Request.Evidence, DecisionView.Of(row.Request, actor is null ? null : row.Request.Refuse(actor, Right.ApproveSubstitution, row.Department, db.Clock.Today()))))];
    }
}
