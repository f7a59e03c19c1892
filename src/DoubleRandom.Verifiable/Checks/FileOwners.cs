using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Checks;

/// <summary>
/// Which attempts the folder's files belong to (A.11.16): those whose roots they match. Other draws of the log are checked
/// by the log alone; a record of a single draw must hold its files.
/// </summary>
internal sealed class FileOwners
{
    private readonly Dictionary<CheckedAttempt, RecordContents> folders;
    private readonly bool othersMayLackFiles;

    private FileOwners(Dictionary<CheckedAttempt, RecordContents> folders, bool othersMayLackFiles) =>
        (this.folders, this.othersMayLackFiles) = (folders, othersMayLackFiles);

    public static FileOwners Of(
        Suite suite,
        IReadOnlyList<DrawView> draws,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files,
        RangeWork? work,
        Findings findings)
    {
        var owners = new Dictionary<CheckedAttempt, RecordContents>();
        var places = draws.SelectMany(draw => draw.Attempts.Select(attempt => new { Folder = draw.FolderOf(attempt), Attempt = attempt }));
        foreach (var place in places.Where(p => p.Attempt.Commit is not null).GroupBy(p => p.Folder, p => p.Attempt, StringComparer.Ordinal))
        {
            var folder = new RecordContents(files, place.Key, work);
            if (folder.IsEmpty)
            {
                continue;
            }

            if (place.Count() == 1)
            {
                // Nobody else's they could be: whether they are its own is found when they are read, without hashing them twice.
                owners.Add(place.Single(), folder);
                continue;
            }

            var fingerprint = folder.FingerprintUnder(suite);
            var scored = place.Select(attempt => new { Attempt = attempt, Score = fingerprint.Fits(attempt.Commit!, attempt.Opened) }).ToArray();
            var best = scored.Max(s => s.Score);
            if (best == 0)
            {
                findings.Fail(FileClaims.Owner, $"目录“{place.Key}”。", $"Folder '{place.Key}'.");
                continue;
            }

            foreach (var fitting in scored.Where(s => s.Score == best))
            {
                owners.Add(fitting.Attempt, folder);
            }
        }

        var known = places.Select(p => p.Folder).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in files.Keys.Select(RecordContents.Of).OfType<string>().Where(folder => !known.Contains(folder)).Distinct(StringComparer.Ordinal))
        {
            findings.Fail(FileClaims.Owner, $"目录“{folder}”。", $"Folder '{folder}'.");
        }

        return new FileOwners(owners, draws.Count > 1 && owners.Keys.Any(attempt => attempt.Opened is not null && !attempt.IsForgone));
    }

    public void Check(Suite suite, DrawView draw, CheckedAttempt attempt, CommitRecord commit, Findings findings)
    {
        if (folders.TryGetValue(attempt, out var folder))
        {
            FileChecks.Run(suite, attempt, commit, folder, findings);
        }
        else if (attempt.IsForgone)
        {
            findings.NotChecked(FileClaims.VoidWithoutFiles);
        }
        else if (attempt.Opened is not null && othersMayLackFiles && !folders.Keys.Any(draw.Attempts.Contains))
        {
            findings.NotChecked(FileClaims.Elsewhere);
        }
        else if (attempt.Opened is not null)
        {
            findings.Fail(FileClaims.Present, "没有任何文件。", "There are none.");
        }
    }
}
