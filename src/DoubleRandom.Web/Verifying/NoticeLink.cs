using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace DoubleRandom.Web.Verifying;

/// <summary>
/// The address behind the code on a notice [告知书二维码]: <c>/verify/notice#</c> and the proof, deflated (RFC 1951), in base64url. What
/// follows the # is never sent to a server; the page checks it in the browser.
/// </summary>
public static class NoticeLink
{
    /// <summary>The address of one proof below a site.</summary>
    /// <param name="site">Scheme and host without a final slash.</param>
    /// <param name="proof">The proof in canonical JSON.</param>
    public static string Of(string site, string proof)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(Encoding.UTF8.GetBytes(proof));
        }

        return $"{site}/verify/notice#{WebEncoders.Base64UrlEncode(packed.ToArray())}";
    }
}
