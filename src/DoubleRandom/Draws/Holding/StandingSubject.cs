using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Draws.Holding;

/// <summary>A subject as the record says it stands now [现行抽中对象]: drawn or added, and not replaced for every task.</summary>
/// <param name="Code">The subject's code.</param>
/// <param name="Bundle">The bundle of its team; null while none is matched.</param>
/// <param name="Tasks">Numbers of the tasks that still stand.</param>
/// <param name="Items">Codes of the items that still stand.</param>
internal sealed record StandingSubject(string Code, string? Bundle, IReadOnlySet<string> Tasks, IReadOnlySet<string> Items)
{
    /// <summary>By code, from the attempt computed again and its changes in the order of the log.</summary>
    public static IReadOnlyDictionary<string, StandingSubject> Of(OpenCeremony open, Replayed replayed)
    {
        var bundles = replayed.Outcome.Result.Bundles.SelectMany(b => b.Subjects.Select(s => (s, b.Id))).ToDictionary(p => p.s, p => p.Id, StringComparer.Ordinal);
        var standing = replayed.Outcome.Result.Selected.ToDictionary(
            s => s.Id,
            s => new StandingSubject(s.Id, bundles.GetValueOrDefault(s.Id), SetOf(s.Parts.Select(p => p.Part)), SetOf(s.Items)),
            StringComparer.Ordinal);
        foreach (var told in replayed.Told.OfType<AddedSubjects>())
        {
            var entry = open.Pen.State.EntryAt(told.Index).Body;
            var part = open.Commit.Parts.First(p => p.Id == (entry is DrawReplace r ? r.Part : ((DrawExtend)entry).Part));
            if (entry is DrawReplace replace)
            {
                TakeOut(replayed.Outcome.SubjectOpenings.InOrder.First(o => o.Commitment == replace.Replaces).SubjectOrBundle, part);
            }

            foreach (var code in told.Added)
            {
                Add(code, part, part.ItemsOf(replayed.Lists.Roster.Lines[replayed.Lists.Roster.IndexOf(code)]));
            }
        }

        return standing;

        void TakeOut(string code, Part part)
        {
            var left = SetOf(standing[code].Tasks.Where(t => t != part.Id));
            if (left.Count == 0)
            {
                standing.Remove(code);
                return;
            }

            standing[code] = standing[code] with { Tasks = left, Items = SetOf(standing[code].Items.Except(part.Items, StringComparer.Ordinal)) };
        }

        // Whatever team it had was matched without this part's items; a later match gives it one.
        void Add(string code, Part part, IEnumerable<string> items)
        {
            var old = standing.GetValueOrDefault(code);
            standing[code] = new StandingSubject(code, null, SetOf([.. old?.Tasks ?? SetOf([]), part.Id]), SetOf([.. old?.Items ?? SetOf([]), .. items]));
        }
    }

    private static HashSet<string> SetOf(IEnumerable<string> texts) => texts.ToHashSet(StringComparer.Ordinal);
}
