using System.Globalization;
using DoubleRandom.Storage;

namespace DoubleRandom.Web;

/// <summary>How this process was started: which county, which database, with or without the demo county.</summary>
/// <param name="County">The county served on this machine.</param>
/// <param name="Storage">The database.</param>
/// <param name="WantsDemo">Whether an empty database is filled with the demo county.</param>
/// <param name="Address">Under which address people outside reach it, without a final slash; it stands in printed codes. Null: as the clerk reaches it.</param>
public sealed record StartOptions(Jurisdiction County, StorageChoice Storage, bool WantsDemo, string? Address)
{
    private const string Menghai = "532822";
    private static readonly Words Words = new(typeof(StartOptions));

    /// <summary>
    /// Reads <c>--empty</c>, <c>--demo</c>, <c>--database CONNECTION</c>, <c>--data FOLDER</c>, <c>--county CODE</c>,
    /// <c>--address URL</c>. SQLite starts with the demo
    /// unless told not to; PostgreSQL never does unless asked. Refused: <c>start.county</c>, no six-digit division code; <c>start.address</c>, no
    /// http or https address.
    /// </summary>
    public static Outcome<StartOptions> Of(IReadOnlyList<string> args, IConfiguration configuration)
    {
        var postgres = ValueAfter(args, "--database") ?? configuration["Database"];
        var data = ValueAfter(args, "--data") ?? configuration["Data"] ?? Environment.GetEnvironmentVariable("DOUBLERANDOM_DATA") ?? "data";
        var code = ValueAfter(args, "--county") ?? configuration["County"] ?? Menghai;
        if (!Jurisdiction.TryParse(code, CultureInfo.InvariantCulture, out var county))
        {
            return Words.Refuse("start.county", null, code);
        }

        var address = (ValueAfter(args, "--address") ?? configuration["Address"])?.TrimEnd('/');
        if (address is not null && !IsSite(address))
        {
            return Words.Refuse("start.address", null, address);
        }

        return new StartOptions(
            county,
            new StorageChoice(Path.GetFullPath(data), postgres),
            args.Contains("--demo") || (postgres is null && !args.Contains("--empty") && configuration["Demo"] != "false"),
            address);
    }

    private static bool IsSite(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && site.Query.Length + site.Fragment.Length + site.UserInfo.Length == 0;

    /// <summary>The address for printed codes, without a final slash.</summary>
    public string AddressFor(HttpRequest request) => Address ?? $"{request.Scheme}://{request.Host}";

    /// <summary>Whether no telephone can open what <see cref="AddressFor"/> says.</summary>
    public bool IsOnlyHere(HttpRequest request) => Address is null && request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    private static string? ValueAfter(IReadOnlyList<string> args, string option) =>
        args.SkipWhile(arg => arg != option).Skip(1).FirstOrDefault();
}
