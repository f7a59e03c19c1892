namespace DoubleRandom.Web.Frame;

/// <summary>Where a draw is watched [抽取现场]: an address that every room may give out.</summary>
public static class LiveScreen
{
    /// <summary>The address of the screen of a draw.</summary>
    public static string Href(string number) => "/ceremony/" + Uri.EscapeDataString(number);
}
