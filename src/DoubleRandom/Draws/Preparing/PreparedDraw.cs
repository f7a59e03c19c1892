using System.Security.Cryptography;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Matching;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Preparing;

/// <summary>A draw ready to be frozen [待承诺的抽取]: lists, parts and rules as they would stand in the commit record.</summary>
internal sealed record PreparedDraw(
    Suite Suite,
    DrawScope Scope,
    FrozenFile<RosterLine> Roster,
    FrozenFile<InspectorLine> Inspectors,
    FrozenFile<RecusalLine> Recusals,
    IReadOnlyList<Part> Parts,
    MatchRules Match,
    IReadOnlyList<int> Batches)
{
    /// <summary>Changes whenever a line, a quota or a rule would change; the salts do not count.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(CanonicalBytes.Of(Json.Object(
        ("inspectors", Json.Array(Inspectors.Lines.Select(l => (l with { Salt = "" }).ToJson()))),
        ("match", Match.ToJson()),
        ("parts", Json.Array(Parts.Select(p => p.ToJson()))),
        ("recusals", Json.Array(Recusals.Lines.Select(l => (l with { Salt = "" }).ToJson()))),
        ("roster", Json.Array(Roster.Lines.Select(l => (l with { Salt = "" }).ToJson())))))))[..16];
}

/// <summary>Reads the directories and prepares a draw; nothing is written.</summary>
[PerRequest]
public sealed class DrawPreparation(SupervisionDb db, DrawScopeReader scopes, IEnumerable<IExclusionSource> sources, DrawnSoFar drawn, TimeProvider clock)
{
    internal async Task<Outcome<PreparedDraw>> RunAsync(DrawWish wish, LineSalts salts, CancellationToken stop)
    {
        var read = await scopes.ReadAsync(wish, stop);
        if (read.Refused(out var no))
        {
            return no;
        }

        var scope = read.Value;
        var question = new ExclusionQuestion(clock.Today(), scope.Tasks, [.. scope.Items.Values], wish.Repeat);
        var exclusions = new List<Exclusion>();
        foreach (var source in sources)
        {
            exclusions.AddRange(await source.FindAsync(question, stop));
        }

        var lines = RosterBuilding.Lines(scope, await db.Subjects.AsNoTracking().ToListAsync(stop), exclusions, salts);
        var parts = new List<Part>();
        foreach (var task in scope.Tasks)
        {
            if (PartBuilding.Of(scope, task, lines) is var part && part.Refused(out no))
            {
                return no;
            }

            parts.Add(part.Value);
        }

        return await FreezeAsync(wish, scope, lines, parts, salts, stop);
    }

    /// <summary>Adds inspectors, recusals and rules to a roster, and freezes all.</summary>
    internal async Task<Outcome<PreparedDraw>> FreezeAsync(
        DrawWish wish, DrawScope scope, IReadOnlyList<RosterLine> lines, List<Part> parts, LineSalts salts, CancellationToken stop)
    {
        var everybody = await db.Inspectors.AsNoTracking().OrderBy(i => i.Number).ToListAsync(stop);
        var inspectors = everybody.Where(i => scope.Departments.Contains(i.Department.Code)).ToArray();
        var leaves = (await db.Leaves.AsNoTracking().ToListAsync(stop)).ToLookup(l => l.Inspector);
        var loads = (await drawn.PlacesAsync(clock.Today().Year, stop)).CountBy(p => p.Holder).ToDictionary();
        var inspectorLines = InspectorBuilding.Lines(scope, inspectors, leaves, loads, wish.Settings, parts.Sum(p => p.QuotaTable.Total), salts);
        var roster = Freezing.Of(salts.Suite, lines, AllProcessors.Work);
        var people = Freezing.Of(salts.Suite, inspectorLines);
        var recusals = Freezing.Of(salts.Suite, await RecusalsAsync(salts, stop));
        if ((roster.Fault ?? people.Fault ?? recusals.Fault) is { } fault)
        {
            return DrawRefusals.Of(fault);
        }

        return new PreparedDraw(
            salts.Suite, scope, roster.Value!, people.Value!, recusals.Value!, parts,
            Rules(wish.Settings, scope, InspectorBuilding.Restricted(scope, inspectors)),
            wish.Settings.Batches == 1 ? [] : new int[wish.Settings.Batches]);
    }

    private async Task<IReadOnlyList<RecusalLine>> RecusalsAsync(LineSalts salts, CancellationToken stop) =>
        [.. (await (from recusal in db.Recusals.AsNoTracking()
                    join inspector in db.Inspectors on recusal.Inspector equals inspector.Id
                    join subject in db.Subjects on recusal.Subject equals subject.Id
                    select new { recusal.Id, inspector.Number, subject.Code }).ToListAsync(stop))
            .Select(r => (Id: r.Id.Value.ToString("N"), r.Number, r.Code))
            .Select(r => new RecusalLine(r.Id, r.Number, r.Code, salts.Of<RecusalLine>(r.Id)))];

    private static MatchRules Rules(DrawSettings settings, DrawScope scope, IReadOnlySet<string> restricted) => new(
        settings.BundleMax,
        settings.MostTeamsExtra,
        Cover.Every,
        scope.Items.Values.ToDictionary(
            item => item.Code,
            item => new MatchItem(
                item.Department.Code,
                [.. restricted.Contains(item.Code) ? item.Qualifications.Append(InspectorBuilding.ScopeOf(item.Code)) : item.Qualifications]),
            StringComparer.Ordinal),
        scope.Lead.Lead.Code,
        settings.LevelSlack,
        Locality.PreferNear,
        settings.MinPool,
        new Dictionary<string, IReadOnlyList<string>>(),
        scope.Items.Values.Select(i => i.Department.Code).Append(scope.Lead.Lead.Code).Distinct(StringComparer.Ordinal)
            .ToDictionary(d => d, d => d == scope.Lead.Lead.Code ? settings.LeadPlaces : settings.OtherPlaces, StringComparer.Ordinal));
}
