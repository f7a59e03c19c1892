namespace DoubleRandom.Storage;

/// <summary>
/// Files and folders that only the platform's own user of the machine may read [仅属主可读]: 0600 and 0700. On Windows the folder's own
/// rights hold.
/// </summary>
internal static class OwnerOnly
{
    /// <summary>Mode of a file.</summary>
    public const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    /// <summary>Creates the folder, or takes the rights of others away from the one that is there.</summary>
    /// <remarks>A folder with the sticky bit is meant for everybody, such as /tmp, and one of somebody else cannot be narrowed: both stay.</remarks>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, Folder);
        var mode = System.IO.File.GetUnixFileMode(path);
        if ((mode & ~Folder) != UnixFileMode.None && !mode.HasFlag(UnixFileMode.StickyBit))
        {
            Narrow(path, mode & Folder);
        }
    }

    /// <summary>Creates the file empty, or takes the rights of others away from the one that is there.</summary>
    /// <remarks>One that is there is not opened: closing it would drop the locks that SQLite holds on it in this process.</remarks>
    public static void MakeFile(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            Create(path, FileMode.OpenOrCreate).Dispose();
        }

        NarrowFile(path);
    }

    /// <summary>Takes the rights of others away from a file, if it is there.</summary>
    public static void NarrowFile(string path)
    {
        if (!OperatingSystem.IsWindows() && System.IO.File.Exists(path) && System.IO.File.GetUnixFileMode(path) is var mode && (mode & ~File) != UnixFileMode.None)
        {
            Narrow(path, mode & File);
        }
    }

    /// <summary>Opens a file for writing that nobody else may read from its first moment on.</summary>
    public static FileStream Create(string path, FileMode how)
    {
        var options = new FileStreamOptions { Mode = how, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }

        return new FileStream(path, options);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Narrow(string path, UnixFileMode mode)
    {
        try
        {
            System.IO.File.SetUnixFileMode(path, mode);
        }
        catch (UnauthorizedAccessException)
        {
            // It belongs to somebody else, who has to settle its rights.
        }
    }
}
