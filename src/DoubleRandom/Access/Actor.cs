namespace DoubleRandom.Access;

/// <summary>One role that an account holds in a county [任职]; without a department for the office, auditors and administrators.</summary>
/// <param name="Role">The role.</param>
/// <param name="Department">The department it is bound to, or null.</param>
public readonly record struct Post(Role Role, Department? Department);

/// <summary>Who acts [操作人]: a signed-in person in one county, with the posts held there. Every use case asks it first.</summary>
public sealed class Actor
{
    private static readonly Words Words = new(typeof(Actor));

    /// <summary>The account, or null for the platform itself and for the operator at the machine.</summary>
    public Guid? Account { get; init; }

    /// <summary>The name that audit and pages show.</summary>
    public required string Name { get; init; }

    /// <summary>The county acted in.</summary>
    public required Jurisdiction Jurisdiction { get; init; }

    /// <summary>The posts held in that county.</summary>
    public required IReadOnlyList<Post> Posts { get; init; }

    /// <summary>Number in the inspector directory, for accounts that belong to an inspector; else null.</summary>
    public string? InspectorNumber { get; init; }

    /// <summary>Whoever runs the command line holds the database file itself: every post, named by the machine's user.</summary>
    public static Actor AtTheMachine(Jurisdiction county, string user) => new()
    {
        Name = Words.InChinese("at-the-machine", user),
        Jurisdiction = county,
        Posts = [.. Enum.GetValues<Role>().Select(role => new Post(role, null))],
    };

    /// <summary>The platform itself, when it looks after a county at a set time: it checks, and opens what is due; it decides nothing.</summary>
    public static Actor Platform(Jurisdiction county, Role role = Role.Auditor) => new()
    {
        Name = Words.InChinese("platform"),
        Jurisdiction = county,
        Posts = [new Post(role, null)],
    };

    /// <summary>A witness at his own telephone, known by the link he was given: he has no right but to contribute.</summary>
    public static Actor Witness(Jurisdiction county, string role) => new() { Name = role, Jurisdiction = county, Posts = [] };

    /// <summary>Whether the actor has the right, for at least one department.</summary>
    public bool May(Right right) => Posts.Any(post => post.Role.Carries(right));

    /// <summary>Whether the actor has the right for that department.</summary>
    public bool May(Right right, Department department) =>
        Posts.Any(post => post.Role.Carries(right) && (post.Department is null || post.Department == department));

    /// <summary>The departments for which the actor has the right; all fifteen for a post without department.</summary>
    public IReadOnlyList<Department> DepartmentsFor(Right right) => [.. Department.All.Where(d => May(right, d))];

    /// <summary>Refuses an act the actor has no right to: <c>access.no-right</c>; null when it may be done.</summary>
    public Refusal? Refuse(Right right) => May(right) ? null : new Refusal(
        "access.no-right",
        Words.InChinese("access.no-right", Words.InChinese("right." + right), Holders(right, "、", key => Words.InChinese(key))),
        Words.InEnglish("access.no-right", Words.InEnglish("right." + right), Holders(right, ", ", key => Words.InEnglish(key))));

    /// <summary>Refuses an act for a department the actor has no right for: <c>access.other-department</c>; null when it may be done.</summary>
    public Refusal? Refuse(Right right, Department department) => Refuse(right) ?? (May(right, department) ? null : new Refusal(
        "access.other-department",
        Words.InChinese("access.other-department", department.Name, Words.Gap("right." + right)),
        Words.InEnglish("access.other-department", department.Code, Words.Gap("right." + right))));

    private static string Holders(Right right, string comma, Func<string, string> say) =>
        string.Join(comma, RoleRights.Carrying(right).Select(role => say("role." + role)));
}
