using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Portal;

/// <summary>The words of all pages of the public site [公示网站] and its addresses.</summary>
public static class PortalText
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 20;

    internal static readonly Words Words = new(typeof(PortalText));

    /// <summary>The way to a page: the front page, then the list it belongs to.</summary>
    public static IReadOnlyList<(string Title, string Href)> Trail(string? column = null) =>
        column is null ? [(Words["front"], "/portal")] : [(Words["front"], "/portal"), (Words[column], "/portal/" + column)];

    /// <summary>The permalink of an item.</summary>
    public static string Item(string code) => "/portal/items/" + Uri.EscapeDataString(code);

    /// <summary>The permalink of a plan.</summary>
    public static string Plan(string number) => "/portal/plans/" + Uri.EscapeDataString(number);

    /// <summary>The permalink of a task.</summary>
    public static string Task(string number) => "/portal/tasks/" + Uri.EscapeDataString(number);

    /// <summary>The permalink of everything published about a subject.</summary>
    public static string Subject(string code) => "/portal/results/" + Uri.EscapeDataString(code);

    /// <summary>The permalink of a draw.</summary>
    public static string Draw(string number) => "/portal/draws/" + Uri.EscapeDataString(number);

    /// <summary>The bytes that the log was told of one edition of a visit's results.</summary>
    public static string Statement(Guid visit, int edition) => $"/portal/results/{visit}/{edition}/statement";

    /// <summary>The file name under which a draw's record is taken away.</summary>
    public static string RecordFile(string number) => $"record-{number}.zip";

    /// <summary>One page of rows that lie in memory.</summary>
    public static IReadOnlyList<T> PageOf<T>(IReadOnlyList<T> rows, PageQuery query) => [.. rows.Skip((query.Page - 1) * PageSize).Take(PageSize)];
}
