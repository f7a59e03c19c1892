using DoubleRandom.Directories;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Draws.Preparing;

/// <summary>Builds the roster of a draw [检查对象名单]: every subject that a task's conditions and items meet, excluded ones with their reason.</summary>
internal static class RosterBuilding
{
    /// <summary>The attribute that holds the risk class, where a part is stratified by it.</summary>
    public const string Risk = "risk";

    /// <summary>The lines in no particular order, salted by <paramref name="salts"/>.</summary>
    public static IReadOnlyList<RosterLine> Lines(DrawScope scope, IEnumerable<Subject> subjects, IEnumerable<Exclusion> exclusions, LineSalts salts)
    {
        var whole = new Dictionary<Id<Subject>, string>();
        var partly = new Dictionary<(Id<Subject>, string), string>();
        foreach (var exclusion in exclusions)
        {
            if (exclusion.Item is { } item)
            {
                partly.TryAdd((exclusion.Subject, item), exclusion.Reason);
            }
            else
            {
                whole.TryAdd(exclusion.Subject, exclusion.Reason);
            }
        }

        var byRisk = scope.Tasks.Any(t => t.Quota.Shares.Count > 0);
        var lines = new List<RosterLine>();
        foreach (var subject in subjects)
        {
            var items = scope.Tasks
                .Where(task => task.Filter.Takes(subject))
                .SelectMany(task => task.Items)
                .Where(code => scope.Items[code].AppliesTo(subject.Kind, subject.Tags))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .ToArray();
            if (items.Length == 0)
            {
                continue;
            }

            var skipped = items
                .Where(code => partly.ContainsKey((subject.Id, code)))
                .ToDictionary(code => code, code => partly[(subject.Id, code)], StringComparer.Ordinal);
            var kept = items.Where(code => !skipped.ContainsKey(code)).ToArray();
            var reason = ExclusionReason.Of(subject.State)
                ?? whole.GetValueOrDefault(subject.Id)
                ?? (kept.Length == 0 ? skipped.Values.First() : "");
            lines.Add(new RosterLine(
                subject.Code,
                RecordId.IsValid(subject.Town) ? subject.Town : subject.Jurisdiction.Code,
                byRisk ? new Dictionary<string, string> { [Risk] = subject.Risk.ToString() } : [],
                reason,
                kept,
                salts.Of<RosterLine>(subject.Code),
                skipped));
        }

        return lines;
    }
}
