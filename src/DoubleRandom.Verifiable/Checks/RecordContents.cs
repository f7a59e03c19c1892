using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Checks;

/// <summary>The bulk files of one attempt as they lie in the record (A.2): any of them may be missing.</summary>
internal sealed class RecordContents
{
    private static readonly string[] Names = ["roster.jsonl", "inspectors.jsonl", "recusals.jsonl", "result.json"];

    private readonly RangeWork? work;

    public RecordContents(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, string folder, RangeWork? work)
    {
        this.work = work;
        (Roster, Inspectors, Recusals, Result) = (File("roster.jsonl"), File("inspectors.jsonl"), File("recusals.jsonl"), File("result.json"));

        ReadOnlyMemory<byte>? File(string name) => files.TryGetValue(folder + name, out var bytes) ? bytes : (ReadOnlyMemory<byte>?)null;
    }

    /// <summary>The folder that a file of this name belongs to, "" for the record itself; null where the name is none of an attempt's file.</summary>
    public static string? Of(string name)
    {
        var cut = name.LastIndexOf('/') + 1;
        var (folder, file) = (name[..cut], name[cut..]);
        return Names.Contains(file, StringComparer.Ordinal) && (cut == 0 || IsOfAttempt(folder)) ? folder : null;
    }

    private static bool IsOfAttempt(string folder) =>
        folder.StartsWith("attempt-", StringComparison.Ordinal) && folder["attempt-".Length..^1] is [>= '1' and <= '9', ..] number && number.All(char.IsAsciiDigit);

    public ReadOnlyMemory<byte>? Roster { get; }

    public ReadOnlyMemory<byte>? Inspectors { get; }

    public ReadOnlyMemory<byte>? Recusals { get; }

    public ReadOnlyMemory<byte>? Result { get; }

    public bool IsEmpty => Roster is null && Inspectors is null && Recusals is null && Result is null;

    /// <summary>Reads one of the lists.</summary>
    public Answer<FrozenFile<TLine>> Read<TLine>(Suite suite, ReadOnlyMemory<byte> list)
        where TLine : class, IFrozenLine<TLine> => Freezing.Read<TLine>(suite, list, work);

    /// <summary>What the files commit to, whatever they say: four commitments to compare with the log's.</summary>
    public Fingerprint FingerprintUnder(Suite suite) =>
        new(Of(suite, Roster), Of(suite, Inspectors), Of(suite, Recusals), Result is { } result ? suite.Hash(result.Span) : null);

    private FileCommitment? Of(Suite suite, ReadOnlyMemory<byte>? file) =>
        file is { } bytes && LineFile.Split(bytes, work).Is(out var lines, out _)
            ? FileCommitment.Of(suite, lines)
            : null;
}

/// <summary>The commitments of a folder's files, to find the attempt they belong to.</summary>
internal sealed record Fingerprint(FileCommitment? Roster, FileCommitment? Inspectors, FileCommitment? Recusals, Bytes32? ResultHash)
{
    /// <summary>How well the files fit an attempt: frozen files first, the result only decides among equals.</summary>
    public int Fits(CommitRecord commit, DrawOpened? opened) =>
        (Roster == commit.Roster ? 4 : 0)
        + (Inspectors == commit.Inspectors ? 4 : 0)
        + (Recusals == commit.Recusals ? 4 : 0)
        + (ResultHash is not null && ResultHash == opened?.ResultHash ? 1 : 0);
}
