using System.IO.Compression;
using System.Runtime.CompilerServices;
using Npgsql;

namespace DoubleRandom.Testing;

/// <summary>A county's databases as a former version left them, kept in <c>FormerVersions</c>.</summary>
/// <param name="name">Its folder, the day of its last commit.</param>
internal sealed class FormerVersion(string name)
{
    private readonly string folder = Path.Combine(Folder(), name);

    /// <summary>Every version that is kept, the oldest first.</summary>
    public static IEnumerable<string> All() => Directory.EnumerateDirectories(Folder()).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    /// <summary>Puts its key file where the data folder keeps keys.</summary>
    public void CopyKeys(string dataFolder)
    {
        var keys = Directory.CreateDirectory(Path.Combine(dataFolder, "keys")).FullName;
        var key = Path.Combine(keys, "secrets.key");
        File.Copy(Path.Combine(folder, "secrets.key"), key);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite); // others must not read it, whatever a checkout left
        }
    }

    /// <summary>Unpacks its SQLite database into a file.</summary>
    public async Task UnpackAsync(string file)
    {
        await using var content = Open("doublerandom.db.gz");
        await using var target = File.Create(file);
        await content.CopyToAsync(target);
    }

    /// <summary>Fills an empty PostgreSQL database with its dump.</summary>
    public async Task RestoreAsync(string connection)
    {
        using var content = new StreamReader(Open("postgres.sql.gz"));
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false"); // the dump changes its session's settings
        await using var command = source.CreateCommand(await content.ReadToEndAsync());
        await command.ExecuteNonQueryAsync();
    }

    private GZipStream Open(string file) => new(File.OpenRead(Path.Combine(folder, file)), CompressionMode.Decompress);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "FormerVersions");
}
