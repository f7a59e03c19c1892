using DoubleRandom.Access;

namespace DoubleRandom.Web.Frame;

/// <summary>The side menu [菜单] of the staff pages: sections with links.</summary>
/// <param name="Sections">In the order of the work.</param>
public sealed record Menu(IReadOnlyList<MenuSection> Sections)
{
    /// <summary>The menu as one person sees it: entries without a right stay, sections left empty go.</summary>
    public static Menu Of(IEnumerable<MenuEntry> entries, Func<MenuPart, string> title, Func<Right, bool> may) => new([.. entries
        .Where(entry => entry.Right is not { } right || may(right))
        .GroupBy(entry => entry.Part)
        .OrderBy(part => part.Key)
        .Select(part => new MenuSection(title(part.Key), [.. part.OrderBy(entry => entry.Place).Select(entry => new MenuLink(entry.Title(), entry.Href))]))]);
}

/// <summary>A section of the menu.</summary>
/// <param name="Title">In the language of the page.</param>
/// <param name="Links">Its links.</param>
public sealed record MenuSection(string Title, IReadOnlyList<MenuLink> Links);

/// <summary>One link of the menu.</summary>
/// <param name="Title">In the language of the page.</param>
/// <param name="Href">Address from the root: <c>/plans</c>.</param>
public sealed record MenuLink(string Title, string Href)
{
    /// <summary>Whether the page at this path belongs to this link.</summary>
    public bool Leads(PathString path) => Href == "/" ? path == "/" : path.StartsWithSegments(Href, StringComparison.Ordinal);
}
