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

    /// <summary>
    /// Reads <c>--empty</c>, <c>--demo</c>, <c>--database CONNECTION</c>, <c>--data FOLDER</c>, <c>--county CODE</c>,
    /// <c>--address URL</c>. SQLite starts with the demo
    /// unless told not to; PostgreSQL never does unless asked.
    /// </summary>
    public static StartOptions Of(IReadOnlyList<string> args, IConfiguration configuration)
    {
        var postgres = ValueAfter(args, "--database") ?? configuration["Database"];
        var data = ValueAfter(args, "--data") ?? configuration["Data"] ?? Environment.GetEnvironmentVariable("DOUBLERANDOM_DATA") ?? "data";
        return new StartOptions(
            Jurisdiction.Parse(ValueAfter(args, "--county") ?? configuration["County"] ?? Menghai, CultureInfo.InvariantCulture),
            new StorageChoice(Path.GetFullPath(data), postgres),
            args.Contains("--demo") || (postgres is null && !args.Contains("--empty") && configuration["Demo"] != "false"),
            (ValueAfter(args, "--address") ?? configuration["Address"])?.TrimEnd('/'));
    }

    /// <summary>The address for printed codes, without a final slash.</summary>
    public string AddressFor(HttpRequest request) => Address ?? $"{request.Scheme}://{request.Host}";

    /// <summary>Whether no telephone can open what <see cref="AddressFor"/> says.</summary>
    public bool IsOnlyHere(HttpRequest request) => Address is null && request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    private static string? ValueAfter(IReadOnlyList<string> args, string option) =>
        args.SkipWhile(arg => arg != option).Skip(1).FirstOrDefault();
}
