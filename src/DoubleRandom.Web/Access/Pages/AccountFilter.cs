using DoubleRandom.Access;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Access.Pages;

/// <summary>Which accounts the list shows and in which order, as its address says.</summary>
/// <param name="Sought">Part of the sign-in name or the person's name.</param>
/// <param name="Role">A role they have.</param>
/// <param name="Department">Code of a department they have a post in.</param>
/// <param name="State"><c>open</c>, <c>closed</c> or null.</param>
/// <param name="Sort">Column.</param>
/// <param name="Descending">From the last.</param>
public sealed record AccountFilter(string? Sought, Role? Role, string? Department, string? State, string? Sort, bool Descending)
{
    /// <summary>The filter of an address.</summary>
    public static AccountFilter Of(PageQuery query) => new(
        query["q"], Choice.Chosen<Role>(query["role"]), query["department"], query["state"], query.Sort, query.Descending);

    /// <summary>The columns of the list. None tells anything that opens an account.</summary>
    public static Columns Columns(PageQuery query) => new(
        query,
        new("user", AccountPages.Words["user-name"]) { Sorts = true, Leads = true },
        new("name", AccountPages.Words["name"]) { Sorts = true },
        new("posts", AccountPages.Words["posts"]),
        new("state", AccountPages.Words["state"]));

    /// <summary>Maps <c>GET /accounts/export</c>: the accounts that the list shows under the same filters, order and columns.</summary>
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/accounts/export", async (HttpContext http, AccountReader accounts, CurrentActor who) =>
    {
        var query = PageQuery.Of(http.Request);
        var rows = await Of(query).RowsAsync(accounts, who.Actor.Jurisdiction, http.RequestAborted);
        return ListFile.Of(AccountPages.Words["accounts"], Columns(query), rows, Cell);
    }).WithMetadata(new RightsAttribute(Right.ManageAccounts)).RequireAuthorization();

    /// <summary>The accounts that it lets through, in its order.</summary>
    public async Task<IReadOnlyList<AccountLine>> RowsAsync(AccountReader accounts, Jurisdiction county, CancellationToken stop)
    {
        var found = (await accounts.AllAsync(county, stop)).Where(a =>
            (Sought is null || a.UserName.Contains(Sought, StringComparison.OrdinalIgnoreCase) || a.Name.Contains(Sought, StringComparison.Ordinal))
            && (Role is null || a.Posts.Any(p => p.Role == Role))
            && (Department is null || a.Posts.Any(p => p.Department?.Code == Department))
            && (State is null || a.IsOpen == (State == "open")));
        var ordered = Sort == "name" ? found.OrderBy(a => a.Name, ByWord.Order) : found.OrderBy(a => a.UserName, StringComparer.Ordinal);
        return Descending ? [.. ordered.Reverse()] : [.. ordered];
    }

    private static object? Cell(AccountLine account, string column) => column switch
    {
        "user" => account.UserName,
        "name" => account.Name,
        "posts" => string.Join(AccountPages.Words["comma"], account.Posts.Select(AccountPages.Of)),
        _ => string.Join(AccountPages.Words["comma"], AccountPages.States(account).Select(state => state.Text)),
    };
}
