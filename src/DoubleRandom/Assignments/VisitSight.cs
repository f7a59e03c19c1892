using DoubleRandom.Access;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Assignments;

/// <summary>Which visits a person sees [可见范围]: an inspector his own, a department those with its items, office and auditors all.</summary>
public static class VisitSight
{
    /// <summary>The visits of the actor's county that the actor may see; none without the right.</summary>
    public static IQueryable<Visit> SeenBy(this SupervisionDb db, Actor actor)
    {
        var posts = actor.Posts.Where(post => post.Role != Role.Inspector && post.Role.Carries(Right.ReadVisits)).ToList();
        var visits = db.Visits.Where(v => v.Jurisdiction == actor.Jurisdiction);
        if (posts.Exists(post => post.Department is null))
        {
            return visits;
        }

        var departments = posts.Select(post => post.Department!.Value.Code).Distinct().ToList();
        var number = actor.Posts.Any(post => post.Role == Role.Inspector) ? actor.InspectorNumber : null;
        return visits.Where(v => v.Departments.Any(d => departments.Contains(d))
            || (number != null && db.VisitMembers.Any(m => m.Visit == v.Id && db.Inspectors.Any(i => i.Id == m.Inspector && i.Number == number))));
    }

    /// <summary>Only the visits on whose team the inspector with this number is.</summary>
    public static IQueryable<Visit> Of(this IQueryable<Visit> visits, SupervisionDb db, string number) =>
        visits.Where(v => db.VisitMembers.Any(m => m.Visit == v.Id && db.Inspectors.Any(i => i.Id == m.Inspector && i.Number == number)));

    /// <summary>The team of a visit, the leader first.</summary>
    public static async Task<IReadOnlyList<VisitTeamMember>> TeamAsync(this SupervisionDb db, Id<Visit> visit, CancellationToken stop) =>
        [.. (await db.VisitMembers.AsNoTracking().Where(m => m.Visit == visit)
            .Join(db.Inspectors.AsNoTracking(), m => m.Inspector, i => i.Id, (m, i) => new { m, i })
            .ToListAsync(stop))
            .Select(row => new VisitTeamMember(row.m.Slot, row.i.Id, row.i.Number, row.i.Name, row.m.Department, row.m.IsLeader, row.i.Certificate, row.i.CertificateUntil))
            .OrderByDescending(member => member.IsLeader).ThenBy(member => member.Slot, StringComparer.Ordinal)];
}

/// <summary>A member of a visit's team, as those who may see the visit read it.</summary>
/// <param name="Slot">The slot in the record.</param>
/// <param name="Inspector">The inspector's id.</param>
/// <param name="Number">The inspector's number.</param>
/// <param name="Name">Name.</param>
/// <param name="Department">The department the place belongs to.</param>
/// <param name="IsLeader">Whether he leads (R11).</param>
/// <param name="Certificate">Enforcement certificate.</param>
/// <param name="CertificateUntil">Its last valid day.</param>
public sealed record VisitTeamMember(
    string Slot, Id<Directories.Inspector> Inspector, string Number, string Name, Department Department, bool IsLeader, string Certificate, DateOnly CertificateUntil);
