using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Storage;

namespace DoubleRandom.Log;

/// <summary>
/// The key file [密钥文件] <c>keys/secrets.key</c> in the data folder, outside the database: 32 bytes as hex that only the
/// platform's own user may read. Whoever has the database without it reads no secret.
/// </summary>
public sealed class KeyFile(StorageChoice storage, IChance chance)
{
    private const int Length = 32;
    private static readonly Words Words = new(typeof(KeyFile));

    /// <summary>Where it lies.</summary>
    public string Place => Path.Combine(storage.DataFolder, "keys", "secrets.key");

    /// <summary>Creates the file where there is none; an existing one stays as it is.</summary>
    /// <remarks>
    /// It is whole and on the disk before it bears its name, and bears it before anything sealed under it is committed: a power cut leaves
    /// either no key and nothing sealed, or the key.
    /// </remarks>
    internal void CreateWhereMissing()
    {
        OwnerOnly.MakeFolder(Path.GetDirectoryName(Place)!);
        if (File.Exists(Place))
        {
            return;
        }

        Span<byte> key = stackalloc byte[Length];
        chance.Fill(key);
        var half = $"{Place}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}";
        using (var file = OwnerOnly.Create(half, FileMode.Create))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key)));
            file.Flush(flushToDisk: true);
        }

        CryptographicOperations.ZeroMemory(key);
        try
        {
            File.Move(half, Place);
        }
        catch (IOException) when (File.Exists(Place))
        {
            File.Delete(half); // another process was faster: its key holds
        }
    }

    /// <summary>The key. Refused: <c>secrets.key-missing</c>, <c>secrets.key-open-to-others</c>, <c>secrets.key-damaged</c>.</summary>
    internal Outcome<byte[]> Read()
    {
        if (!File.Exists(Place))
        {
            return Words.Refuse("secrets.key-missing", null, Place);
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(Place) & ~OwnerOnly.File) != UnixFileMode.None)
        {
            return Words.Refuse("secrets.key-open-to-others", null, Place);
        }

        var text = File.ReadAllText(Place).Trim();
        return text.Length == Length * 2 && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : Words.Refuse("secrets.key-damaged", null, Place);
    }

    internal Refusal WrongKey() => Words.Refuse("secrets.key-wrong", null, Place);
}
