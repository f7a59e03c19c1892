using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Inspections;

/// <summary>Who may lay hands on a visit's result: who checks records (R16), and a second person reviews.</summary>
internal static class VisitHands
{
    /// <summary>How a record names a hand: the account's id, or the name where there is no account.</summary>
    public static string Hand(this Actor actor) => actor.Account?.ToString() ?? actor.Name;

    /// <summary>Whether the person is on the team.</summary>
    public static bool Has(this IReadOnlyList<VisitTeamMember> team, Actor actor) =>
        actor.InspectorNumber is { } number && team.Any(member => member.Number == number);

    /// <summary>The visit with its team, if the person may record its result: a member, or the clerk of a department in the team.</summary>
    public static async Task<Outcome<(Visit Visit, IReadOnlyList<VisitTeamMember> Team)>> ToRecordAsync(
        this SupervisionDb db, Actor actor, Id<Visit> id, CancellationToken stop)
    {
        if (actor.Refuse(Right.RecordResults) is { } no)
        {
            return no;
        }

        if (await db.SeenBy(actor).FirstOrDefaultAsync(v => v.Id == id, stop) is not { } visit)
        {
            return AssignmentRefusals.NoSuchVisit();
        }

        var team = await db.TeamAsync(id, stop);
        return MayRecord(actor, team) ? (visit, team) : AssignmentRefusals.NotYourVisit();
    }

    /// <summary>The visit with its team, if the person may review its result.</summary>
    public static async Task<Outcome<(Visit Visit, IReadOnlyList<VisitTeamMember> Team)>> ToReviewAsync(
        this SupervisionDb db, Actor actor, Id<Visit> id, CancellationToken stop)
    {
        if (actor.Refuse(Right.ReviewResults) is { } no)
        {
            return no;
        }

        if (await db.SeenBy(actor).FirstOrDefaultAsync(v => v.Id == id, stop) is not { } visit)
        {
            return AssignmentRefusals.NoSuchVisit();
        }

        if (actor.Refuse(Right.ReviewResults, visit.Lead) is { } foreign)
        {
            return foreign;
        }

        var team = await db.TeamAsync(id, stop);
        return team.Has(actor) ? InspectionRefusals.OnTheTeam() : (visit, team);
    }

    /// <summary>Whether the person may record for this team.</summary>
    public static bool MayRecord(Actor actor, IReadOnlyList<VisitTeamMember> team)
    {
        var isInspector = actor.Posts.Any(post => post.Role == Role.Inspector);
        var clerkOf = actor.Posts.Where(post => post.Role != Role.Inspector && post.Role.Carries(Right.RecordResults)).ToList();
        return (isInspector && team.Has(actor))
            || clerkOf.Exists(post => post.Department is not { } own || team.Any(member => member.Department == own));
    }
}
