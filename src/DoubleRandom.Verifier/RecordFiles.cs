using System.Text.RegularExpressions;

namespace DoubleRandom.Verifier;

/// <summary>
/// The files of a record on this machine [抽查记录文件], from a folder or a ZIP. Sizes are judged before anything is read;
/// nothing but the names of a record is touched.
/// </summary>
internal static partial class RecordFiles
{
    private const string Trust = "trust.json";
    private const long LargestTrust = 1 << 20;

    private static readonly Words Words = new(typeof(RecordFiles));

    /// <summary>The record's files by their relative names, from a folder or a .zip file.</summary>
    public static Outcome<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> At(string path)
    {
        try
        {
            return Directory.Exists(path) ? RecordFolder.Read(path)
                : File.Exists(path) ? RecordZip.Read(path)
                : Refuse("record.missing", path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Refuse("record.unreadable", path);
        }
    }

    /// <summary>The trust file that lies within the record.</summary>
    public static Outcome<ReadOnlyMemory<byte>> TrustWithin(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) =>
        !files.TryGetValue(Trust, out var bytes) ? Refuse("trust.not-in-record")
        : bytes.Length > LargestTrust ? Refuse("trust.too-large", Trust, LargestTrust >> 20)
        : bytes;

    /// <summary>The verifier's own trust file.</summary>
    public static Outcome<ReadOnlyMemory<byte>> TrustAt(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return !file.Exists ? Refuse("trust.missing", path)
                : file.Length > LargestTrust ? Refuse("trust.too-large", path, LargestTrust >> 20)
                : RecordFolder.BytesOf(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Refuse("trust.unreadable", path);
        }
    }

    /// <summary>Whether a relative name, with <c>/</c>, is one a record has.</summary>
    internal static bool IsOfRecord(string name) => Names().IsMatch(name);

    internal static Refusal Refuse(string code, params object?[] gaps) => Words.Refuse(code, null, gaps);

    [GeneratedRegex(@"^(?:log\.jsonl|trust\.json|checkpoints/[^/]+|(?:attempt-[0-9]{1,9}/)?(?:roster\.jsonl|inspectors\.jsonl|recusals\.jsonl|result\.json))\z")]
    private static partial Regex Names();
}
