namespace DoubleRandom.Web.Verifying;

/// <summary>The words around the verifier in the browser [浏览器核验].</summary>
public static class VerifyText
{
    internal static readonly Words Words = new(typeof(VerifyText));
}
