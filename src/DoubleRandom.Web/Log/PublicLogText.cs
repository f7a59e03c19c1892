namespace DoubleRandom.Web.Log;

/// <summary>The words in which the public reads of the log and its witnesses.</summary>
public static class PublicLogText
{
    internal static readonly Words Words = new(typeof(PublicLogText));
}
