using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace DoubleRandom.Web.Verifying;

/// <summary>
/// The verify page as one file [离线核验页]: all modules and styles in it, so that it works from a disk without network. Its own policy
/// forbids it to send anything anywhere.
/// </summary>
public static partial class VerifierFile
{
    private const string First = "draw-verifier.js";
    private const string Policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>The file, in one language.</summary>
    /// <param name="assets">The site's own files.</param>
    /// <param name="language">Of its words: <c>zh-CN</c> or <c>en</c>.</param>
    /// <param name="title">Its title.</param>
    /// <param name="lead">One sentence under the title.</param>
    public static string Of(IFileProvider assets, string language, string title, string lead) => $"""
        <!DOCTYPE html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <title>{title}</title>
        <style>
        {Read(assets, "site.css")}
        {Read(assets, "verify/verify.css")}
        </style>
        </head>
        <body>
        <main id="main" class="public">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        <draw-verifier></draw-verifier>
        </main>
        <script type="module">
        {Modules(assets)}
        </script>
        </body>
        </html>
        """;

    /// <summary>The modules one behind the other, each after those it imports; their names are unique, so one scope holds them all.</summary>
    private static string Modules(IFileProvider assets)
    {
        var (text, taken) = (new StringBuilder(), new HashSet<string>(StringComparer.Ordinal));
        Take(First);
        return text.ToString();

        void Take(string name)
        {
            if (!taken.Add(name))
            {
                return;
            }

            var module = Read(assets, "verify/" + name);
            foreach (Match import in Import().Matches(module))
            {
                Take(import.Groups["from"].Value);
            }

            text.Append(Export().Replace(Import().Replace(module, ""), ""));
        }
    }

    private static string Read(IFileProvider assets, string path)
    {
        using var reader = new StreamReader(assets.GetFileInfo(path).CreateReadStream());
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""^import \{[^}]*\} from "\./(?<from>[a-z0-9-]+\.js)";\n""", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex("^export ", RegexOptions.Multiline)]
    private static partial Regex Export();
}
