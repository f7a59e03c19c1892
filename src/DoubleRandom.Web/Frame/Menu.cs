namespace DoubleRandom.Web.Frame;

/// <summary>The side menu [菜单] of the staff pages: sections with links.</summary>
/// <param name="Sections">In the order of the work.</param>
public sealed record Menu(IReadOnlyList<MenuSection> Sections)
{
    /// <summary>The menu as one person sees it: links without a right stay, sections left empty go.</summary>
    public Menu For(Func<string, bool> holds) => new([.. Sections
        .Select(section => section with { Links = [.. section.Links.Where(link => link.Right is not { } right || holds(right))] })
        .Where(section => section.Links.Count > 0)]);
}

/// <summary>A section of the menu.</summary>
/// <param name="Title">In the language of the page.</param>
/// <param name="Links">Its links.</param>
public sealed record MenuSection(string Title, IReadOnlyList<MenuLink> Links);

/// <summary>One link of the menu.</summary>
/// <param name="Title">In the language of the page.</param>
/// <param name="Href">Address from the root: <c>/plans</c>.</param>
/// <param name="Right">The key of the right it needs, or null when everybody may follow it.</param>
public sealed record MenuLink(string Title, string Href, string? Right = null)
{
    /// <summary>Whether the page at this path belongs to this link.</summary>
    public bool Leads(PathString path) => Href == "/" ? path == "/" : path.StartsWithSegments(Href, StringComparison.Ordinal);
}
