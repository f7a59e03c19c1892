using System.Text;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Verifying;

/// <summary>The verifier to take away.</summary>
public static class VerifyEndpoints
{
    /// <summary>Maps <c>GET /verify/file</c>: the verify page as one HTML file, in the reader's language.</summary>
    public static void MapVerify(this IEndpointRouteBuilder routes) => routes.MapGet("/verify/file", (IWebHostEnvironment web) =>
        Results.File(
            Encoding.UTF8.GetBytes(VerifierFile.Of(web.WebRootFileProvider, Say.Language, VerifyText.Words["title"], VerifyText.Words["lead"])),
            "text/html; charset=utf-8",
            "verify.html")).AllowAnonymous();
}
