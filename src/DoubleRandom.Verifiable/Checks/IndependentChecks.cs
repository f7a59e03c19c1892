using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Matching;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Checks;

/// <summary>
/// A.12.8: the published result against the rules themselves, without any of the code that draws and matches.
/// </summary>
internal static class IndependentChecks
{
    public static void Run(OpenedAttempt attempt, DrawResult result, Findings findings)
    {
        findings.ExpectNone(FileClaims.SelectionRules, SelectionOffenders(attempt, result));
        if (attempt.Commit.Match is { } rules)
        {
            findings.ExpectNone(FileClaims.MatchRules, new TeamRules(attempt, rules, result).Offenders());
        }
    }

    private static IEnumerable<string> SelectionOffenders(OpenedAttempt attempt, DrawResult result)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var drawn = new Dictionary<PartStratum, int>();
        foreach (var subject in result.Selected)
        {
            var line = attempt.Roster.IndexOf(subject.Id) is var index and >= 0 ? attempt.Roster.Lines[index] : null;
            if (!seen.Add(subject.Id) || line is not { TakesPart: true }
                || subject.Parts.Count == 0 || !subject.Items.All(item => line.Items.Contains(item, StringComparer.Ordinal)))
            {
                yield return subject.Id;
            }

            foreach (var rank in subject.Parts)
            {
                var place = new PartStratum(rank.Part, rank.Stratum);
                drawn[place] = drawn.GetValueOrDefault(place) + 1;
            }
        }

        foreach (var part in attempt.Commit.Parts)
        {
            foreach (var row in part.QuotaTable.Rows)
            {
                drawn.Remove(new PartStratum(part.Id, row.Stratum), out var count);
                if (count != row.Quota)
                {
                    yield return $"{part.Id}/{row.Stratum}";
                }
            }
        }

        foreach (var place in drawn.Keys)
        {
            yield return $"{place.Part}/{place.Stratum}";
        }
    }

    private sealed class TeamRules(OpenedAttempt attempt, MatchRules rules, DrawResult result)
    {
        private readonly Dictionary<string, InspectorLine> inspectors =
            attempt.Inspectors.Lines.ToDictionary(line => line.Id, StringComparer.Ordinal);

        private readonly ILookup<string, string> recused =
            attempt.Recusals.Lines.ToLookup(line => line.Inspector, line => line.Subject, StringComparer.Ordinal);

        public IEnumerable<string> Offenders()
        {
            if (result.Bundles.Count == 0 && attempt.Log.Sealed?.Match is { Level: null })
            {
                yield break;
            }

            var visits = result.Bundles.SelectMany(bundle => bundle.Subjects).CountBy(id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            foreach (var subject in result.Selected.Where(s => visits.GetValueOrDefault(s.Id) != 1))
            {
                yield return subject.Id;
            }

            var drawn = result.Selected.DistinctBy(s => s.Id, StringComparer.Ordinal).ToDictionary(s => s.Id, StringComparer.Ordinal);
            foreach (var bundle in result.Bundles.Where(bundle => !IsLawful(bundle, drawn)))
            {
                yield return bundle.Id;
            }

            var extra = attempt.Log.Sealed?.Match?.Level?.CapExtra ?? 0;
            var teams = result.Bundles.SelectMany(bundle => bundle.Team).CountBy(member => member.Inspector, StringComparer.Ordinal);
            foreach (var (inspector, count) in teams)
            {
                if (extra > rules.CapExtraMax || !inspectors.TryGetValue(inspector, out var line) || count > (long)line.Cap + extra)
                {
                    yield return inspector;
                }
            }
        }

        private bool IsLawful(Bundle bundle, Dictionary<string, SelectedSubject> drawn) =>
            bundle.Team.Count >= 2
            && bundle.Team.Select(member => member.Inspector).Distinct(StringComparer.Ordinal).Count() == bundle.Team.Count
            && bundle.Subjects.Count <= rules.BundleMax
            && bundle.Subjects.All(id => drawn.TryGetValue(id, out var subject) && subject.Items.SequenceEqual(bundle.Items))
            && bundle.Team.All(member => MayServe(member, bundle))
            && bundle.Team.Count(member => member.IsLeader) == 1
            && bundle.Items.All(item => IsStaffed(item, bundle));

        private bool MayServe(TeamMember member, Bundle bundle) =>
            inspectors.TryGetValue(member.Inspector, out var line)
            && line.Exclusion.Length == 0
            && line.Department == member.Department
            && (!member.IsLeader || (line.IsLeader && line.Department == rules.LeadDepartment))
            && !recused[member.Inspector].Intersect(bundle.Subjects, StringComparer.Ordinal).Any();

        /// <summary>The item's department sends its number, and what the item asks for is covered as the rules say.</summary>
        private bool IsStaffed(string item, Bundle bundle)
        {
            if (!rules.Items.TryGetValue(item, out var asked))
            {
                return false;
            }

            var staff = bundle.Team.Where(member => member.Department == asked.Department).Select(member => inspectors[member.Inspector]).ToArray();
            return staff.Length == rules.PerDepartment.GetValueOrDefault(asked.Department) && rules.Cover switch
            {
                Cover.Every => staff.All(HasAll),
                Cover.First => staff.Any(HasAll),
                _ => asked.Qualifications.All(q => staff.Any(line => line.Qualifications.Contains(q, StringComparer.Ordinal))),
            };

            bool HasAll(InspectorLine line) => asked.Qualifications.All(q => line.Qualifications.Contains(q, StringComparer.Ordinal));
        }
    }
}
