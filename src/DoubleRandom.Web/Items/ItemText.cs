using DoubleRandom.Access;
using DoubleRandom.Items;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Imports;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Items;

/// <summary>The words of the pages of the item list, the colours of its states, and its download.</summary>
public static class ItemText
{
    internal static readonly Words Words = new(typeof(ItemText));

    /// <summary>The departments as choices of a field.</summary>
    public static IReadOnlyList<Choice> Departments(IEnumerable<Department> departments) => [.. departments.Select(d => new Choice(d.Code, d.Name))];

    /// <summary>The values of a closed list as choices of a field.</summary>
    public static IReadOnlyList<Choice> Choices<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), ItemWords.Of(value)))];

    /// <summary>The colour of a state.</summary>
    public static Tone Tone(ItemState state) => state switch { ItemState.Published => Frame.Tone.Good, ItemState.Draft => Frame.Tone.Warning, _ => Frame.Tone.Neutral };

    /// <summary>The address of an item.</summary>
    public static string Href(Id<Item> id) => $"/items/{id}";

    /// <summary>What an address asks of the list.</summary>
    public static ItemQuery Query(PageQuery query) => new(
        query["q"],
        Department.TryParse(query["department"], null, out var department) ? department : null,
        Choice.Chosen<Importance>(query["importance"]),
        Choice.Chosen<ItemState>(query["state"]))
    {
        Sort = query.Sort,
        Descending = query.Descending,
        Page = query.Page,
    };

    /// <summary>The columns of the list, by the keys that its workbook knows too.</summary>
    internal static Columns Columns(PageQuery query) => new(
        query,
        new("code", Words["code"]) { Sorts = true },
        new("name", Words["name"]) { Sorts = true, Leads = true },
        new("department", Words["department"]) { Sorts = true },
        new("importance", Words["importance"]),
        new("cap", Words["cap"]) { IsNumber = true },
        new("subjects", Words["subjects"]),
        new("state", Words["state"]),
        new("published", Words["published-on"]) { Sorts = true });

    /// <summary>Maps <c>GET /items/export</c>: what the list shows under the same filters and columns.</summary>
    public static void MapItems(this IEndpointRouteBuilder routes) => routes.MapGet("/items/export", async (HttpContext http, ItemReader items) =>
    {
        using var file = new MemoryStream();
        var query = PageQuery.Of(http.Request);
        await items.ExportAsync(file, Query(query), query.All(PageQuery.ColumnKey), http.RequestAborted);
        return Results.File(file.ToArray(), ImportText.Workbook, ImportText.Of(ItemImport.Fills) + ".xlsx");
    }).WithMetadata(new RightsAttribute(Right.ReadRegisters)).RequireAuthorization();
}
