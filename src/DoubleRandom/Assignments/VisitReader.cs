using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Assignments;

/// <summary>What a list of visits is asked for; null or empty: not narrowed.</summary>
public sealed record VisitQuery
{
    /// <summary>States.</summary>
    public IReadOnlyList<VisitState> States { get; init; } = [];

    /// <summary>Part of the subject's name or code.</summary>
    public string? Text { get; init; }

    /// <summary>Number of a task.</summary>
    public string? Task { get; init; }

    /// <summary>Code of a department with an item or a place.</summary>
    public string? Department { get; init; }

    /// <summary>Only visits on whose team the asking inspector is.</summary>
    public bool Own { get; init; }

    /// <summary>Only visits late by these two days: not inspected though the task ended before the first, or completed on the second or earlier and not published.</summary>
    public (DateOnly TaskEndedBefore, DateOnly CompletedBy)? Late { get; init; }

    /// <summary>Only visits completed and not yet published.</summary>
    public bool ToPublish { get; init; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Lines on a page.</summary>
    public int Size { get; init; } = 20;
}

/// <summary>A visit as lists show it.</summary>
public sealed record VisitLine(
    Id<Visit> Id, string Number, string SubjectName, string SubjectCode, string Town, VisitState State, DateOnly From, DateOnly To,
    DateOnly? CompletedOn, Department Lead, IReadOnlyList<string> Departments, int Items, IReadOnlyList<string> Tasks);

/// <summary>An item as a visit has to answer it.</summary>
public sealed record VisitItem(string Code, string Name, Department Department, string Content, IReadOnlyList<string> Bases);

/// <summary>A task behind a visit.</summary>
public sealed record VisitTask(string Number, string Name, DateOnly From, DateOnly To);

/// <summary>A visit with all that its team needs.</summary>
/// <param name="Line">The visit as lists show it.</param>
/// <param name="Draw">The draw's id.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Bundle">The team's bundle.</param>
/// <param name="ReleasedAt">When the names went to the team. UTC.</param>
/// <param name="Address">Address of business.</param>
/// <param name="Representative">Person in charge, masked.</param>
/// <param name="Phone">Telephone, masked.</param>
/// <param name="Tasks">The tasks.</param>
/// <param name="Items">The items, ascending by code.</param>
/// <param name="Team">The team, leader first.</param>
/// <param name="Substitutions">Requests for this team's places, the newest first.</param>
/// <param name="WithdrawnBecause">Why it was taken back; null while it stands.</param>
public sealed record VisitDetail(
    VisitLine Line, string Draw, int Attempt, string Bundle, DateTimeOffset ReleasedAt, string? Address, string Representative, string Phone,
    IReadOnlyList<VisitTask> Tasks, IReadOnlyList<VisitItem> Items, IReadOnlyList<VisitTeamMember> Team, IReadOnlyList<SubstitutionLine> Substitutions,
    string? WithdrawnBecause);

/// <summary>Reads visits as far as the person may see them.</summary>
[PerRequest]
public sealed class VisitReader(SupervisionDb db, SubstitutionReader substitutions)
{
    /// <summary>One page of visits, the open ones first and of them the earliest end, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<VisitLine> Lines, int Total)> ListAsync(Actor actor, VisitQuery query, CancellationToken stop = default)
    {
        var visits = Narrowed(actor, query);
        var rows = await visits.Join(db.Subjects.AsNoTracking(), v => v.Subject, s => s.Id, (v, s) => new { v, s })
            .OrderBy(row => row.v.State == VisitState.Published || row.v.State == VisitState.Withdrawn).ThenBy(row => row.v.To).ThenBy(row => row.v.Number)
            .Skip((query.Page - 1) * query.Size).Take(query.Size).ToListAsync(stop);
        return ([.. rows.Select(row => LineOf(row.v, row.s))], await visits.CountAsync(stop));
    }

    /// <summary>One visit, or null when there is none or the person may not see it.</summary>
    public async Task<VisitDetail?> FindAsync(Actor actor, Id<Visit> id, CancellationToken stop = default)
    {
        if (await db.SeenBy(actor).AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, stop) is not { } visit)
        {
            return null;
        }

        var subject = await db.Subjects.AsNoTracking().SingleAsync(s => s.Id == visit.Subject, stop);
        var tasks = await db.Tasks.AsNoTracking().Where(t => visit.Tasks.Contains(t.Number)).OrderBy(t => t.Number)
            .Select(t => new VisitTask(t.Number, t.Name, t.From, t.To)).ToListAsync(stop);
        return new VisitDetail(
            LineOf(visit, subject), visit.Draw, visit.Attempt, visit.Bundle, visit.ReleasedAt, subject.Address,
            Mask.Name(subject.Representative), Mask.Phone(subject.Phone), tasks,
            await ItemsAsync(visit, stop), await db.TeamAsync(id, stop), await substitutions.OfVisitAsync(id, stop), visit.WithdrawnBecause);
    }

    /// <summary>The items of a visit, ascending by code.</summary>
    private async Task<IReadOnlyList<VisitItem>> ItemsAsync(Visit visit, CancellationToken stop) =>
        [.. (await db.Items.AsNoTracking().Where(i => visit.Items.Contains(i.Code)).ToListAsync(stop))
            .OrderBy(i => i.Code, StringComparer.Ordinal)
            .Select(i => new VisitItem(i.Code, i.Name, i.Department, i.Content, i.Bases))];

    private IQueryable<Visit> Narrowed(Actor actor, VisitQuery query)
    {
        var visits = db.SeenBy(actor).AsNoTracking();
        visits = query.States.Count == 0 ? visits : visits.Where(v => query.States.Contains(v.State));
        visits = query.Task is { } task ? visits.Where(v => v.Tasks.Contains(task)) : visits;
        visits = query.Department is { } department ? visits.Where(v => v.Departments.Contains(department)) : visits;
        visits = query.Own && actor.InspectorNumber is { } number ? visits.Of(db, number) : visits;
        visits = query.ToPublish ? visits.Where(v => v.State != VisitState.Published && v.CompletedOn != null) : visits;
        if (query.Late is var (ended, completed))
        {
            visits = visits.Where(v => v.State != VisitState.Published && v.State != VisitState.Withdrawn && (v.CompletedOn == null ? v.To < ended : v.CompletedOn <= completed));
        }

        var text = Subject.SearchForm(query.Text ?? "");
        return text.Length == 0 ? visits : visits.Where(v => db.Subjects.Any(s => s.Id == v.Subject && s.SearchText.Contains(text)));
    }

    private static VisitLine LineOf(Visit visit, Subject subject) => new(
        visit.Id, visit.Number, subject.Name, subject.Code, subject.Town, visit.State, visit.From, visit.To,
        visit.CompletedOn, visit.Lead, visit.Departments, visit.Items.Count, visit.Tasks);
}
