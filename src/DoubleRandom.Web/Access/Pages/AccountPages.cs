using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Web.Audit;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Access.Pages;

/// <summary>The words of the pages that keep accounts.</summary>
public static class AccountPages
{
    internal static readonly Words Words = new(typeof(AccountPages));
    private static readonly Words Roles = new(typeof(Actor));

    /// <summary>A role in words.</summary>
    public static string Of(Role role) => Roles["role." + role];

    /// <summary>A post in words: 部门经办人（市场监管）.</summary>
    public static string Of(Post post) => post.Department is { } department ? Words.Say("post", Of(post.Role), department.Name) : Of(post.Role);

    /// <summary>The states of an account: in use or closed, and whether it still has its one-time password.</summary>
    public static IReadOnlyList<(Tone Tone, string Text)> States(AccountLine account)
    {
        var open = account.IsOpen ? (Tone.Good, Words["state.open"]) : (Tone.Neutral, Words["state.closed"]);
        return account.MustChangePassword ? [open, (Tone.Warning, Words["state.must-change"])] : [open];
    }

    /// <summary>All roles, to choose from.</summary>
    public static IReadOnlyList<Choice> RoleChoices => [.. Enum.GetValues<Role>().Select(role => new Choice(role.ToString(), Of(role)))];

    /// <summary>All departments, to choose from.</summary>
    public static IReadOnlyList<Choice> Departments => [.. Department.All.Select(d => new Choice(d.Code, d.Name))];

    /// <summary>Maps the downloads of these pages.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes) => AccountFilter.Map(routes);

    /// <summary>The post chosen in a form; null where no role was.</summary>
    public static Post? PostOf(string? role, string? department) => Choice.Chosen<Role>(role) is { } chosen
        ? new Post(chosen, Department.TryParse(department, null, out var of) ? of : null)
        : null;

    /// <summary>How a post is named in an address.</summary>
    internal static string KeyOf(Post post) => $"{post.Role}-{post.Department?.Code}";

    /// <summary>The trail of an account in words: each act with the post it gave or took, and its reason.</summary>
    internal static IReadOnlyList<HistoryRow> History(IReadOnlyList<AuditEntry> trail) =>
        [.. trail.Select(line => new HistoryRow(line.At, line.Who, TrailWords.Act(line, Words), [.. Told(line)]))];

    private static IEnumerable<Change> Told(AuditEntry line)
    {
        if (line.IsOf<AccountPost>() && line.Key.Split('/') is [_, var role, var department, ..] && PostOf(role, department) is { } post)
        {
            yield return new Change(Words["posts"], null, Of(post));
        }

        if (line.Reason is { } why)
        {
            yield return new Change(Words["reason"], null, TrailWords.Reason(why));
        }
    }
}
