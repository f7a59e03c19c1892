namespace DoubleRandom.Web.Log;

/// <summary>The words in which staff read of the log, its standing witnesses and their keys.</summary>
public static class LogText
{
    internal static readonly Words Words = new(typeof(LogText));

    /// <summary>Where the page of the log stands.</summary>
    public static IReadOnlyList<(string Title, string Href)> Trail => [(Words["home"], "/"), (Words["draws"], "/draws")];
}
