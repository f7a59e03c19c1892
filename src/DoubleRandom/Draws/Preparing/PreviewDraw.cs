using DoubleRandom.Access;
using DoubleRandom.Log;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Draws.Preparing;

/// <summary>How many are kept out by one reason.</summary>
/// <param name="Code">Reason code of the record.</param>
/// <param name="Reason">In words.</param>
/// <param name="Count">How many.</param>
public sealed record ReasonCount(string Code, string Reason, int Count);

/// <summary>One stratum before the draw.</summary>
/// <param name="Stratum">Key in the record; "" when not stratified.</param>
/// <param name="Name">In words.</param>
/// <param name="Eligible">Subjects that take part.</param>
/// <param name="Quota">Subjects to be drawn.</param>
/// <param name="Chance">Everybody's chance in it: quota by eligible, in basis points rounded down.</param>
public sealed record StratumChance(string Stratum, string Name, int Eligible, int Quota, BasisPoints Chance);

/// <summary>One task before the draw.</summary>
/// <param name="Task">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Items">Codes of its items.</param>
/// <param name="Strata">The quota table with chances.</param>
public sealed record PartChance(string Task, string Name, IReadOnlyList<string> Items, IReadOnlyList<StratumChance> Strata);

/// <summary>One department's inspectors before the draw.</summary>
/// <param name="Department">Its name.</param>
/// <param name="Listed">Inspectors in the directory.</param>
/// <param name="Available">Those who can be matched.</param>
/// <param name="Leaders">Those of them who may lead.</param>
/// <param name="Excluded">The others, by reason.</param>
public sealed record DepartmentForce(string Department, int Listed, int Available, int Leaders, IReadOnlyList<ReasonCount> Excluded);

/// <summary>What a draw would be if it were committed now [抽取预览].</summary>
/// <param name="Number">Number the draw would bear.</param>
/// <param name="Title">Its title.</param>
/// <param name="Listed">Subjects in the roster, excluded ones too.</param>
/// <param name="Eligible">Subjects that take part.</param>
/// <param name="Excluded">The others, by reason.</param>
/// <param name="SkippedItems">Items left out at subjects that take part, by reason.</param>
/// <param name="Parts">Chance per stratum, task by task.</param>
/// <param name="Force">Inspectors by department.</param>
/// <param name="Recusals">Recusals on record.</param>
/// <param name="TrialsTried">Trial matchings made.</param>
/// <param name="TrialsFailed">Trial matchings without complete teams; when all failed the commitment is refused.</param>
/// <param name="Shortages">What they lacked, in words.</param>
/// <param name="From">First day of the inspections.</param>
/// <param name="To">Last day of the inspections.</param>
/// <param name="Fingerprint">To be carried to the commitment.</param>
public sealed record DrawPreview(
    string Number,
    string Title,
    int Listed,
    int Eligible,
    IReadOnlyList<ReasonCount> Excluded,
    IReadOnlyList<ReasonCount> SkippedItems,
    IReadOnlyList<PartChance> Parts,
    IReadOnlyList<DepartmentForce> Force,
    int Recusals,
    int TrialsTried,
    int TrialsFailed,
    IReadOnlyList<string> Shortages,
    DateOnly From,
    DateOnly To,
    string Fingerprint);

/// <summary>Shows what a draw would be [预览]; writes nothing and draws nothing.</summary>
[PerRequest]
public sealed class PreviewDraw(SupervisionDb db, DrawPreparation preparation, IChance chance)
{
    /// <summary>Refused: no right, <c>draw.no-tasks</c>, <c>draw.nobody-eligible</c>, <c>draw.over-cap</c> and the like.</summary>
    public async Task<Outcome<DrawPreview>> RunAsync(Actor actor, DrawWish wish, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.HoldDraws) is { } no)
        {
            return no;
        }

        var prepared = await preparation.RunAsync(wish, new LineSalts(await db.SuiteAsync(stop), default), stop);
        if (prepared.Refused(out no))
        {
            return no;
        }

        var draw = prepared.Value;
        var trial = TrialMatching.Of(draw, chance);
        return trial.Refused(out no) ? no : View(draw, trial.Value, wish);
    }

    private static DrawPreview View(PreparedDraw draw, TrialMatching trial, DrawWish wish) => new(
        draw.Scope.Lead.Number,
        draw.Scope.Title(wish.Repeat),
        draw.Roster.Lines.Count,
        draw.Roster.Lines.Count(l => l.TakesPart),
        ByReason(draw.Roster.Lines.Where(l => !l.TakesPart).Select(l => l.Exclusion)),
        ByReason(draw.Roster.Lines.Where(l => l.TakesPart).SelectMany(l => l.Skipped.Values)),
        [.. draw.Parts.Select(p => ChancesOf(p, draw.Scope.Tasks.First(t => t.Number == p.Id).Name))],
        [.. draw.Inspectors.Lines.GroupBy(l => l.Department).OrderBy(g => g.Key, StringComparer.Ordinal).Select(ForceOf)],
        draw.Recusals.Lines.Count,
        trial.Tried,
        trial.Failed,
        ShortageWords.Sentences(trial.Shortages),
        draw.Scope.From,
        draw.Scope.To,
        draw.Fingerprint);

    internal static PartChance ChancesOf(Part part, string name) => new(part.Id, name, part.Items, [.. part.QuotaTable.Rows.Select(row => new StratumChance(
        row.Stratum, ExclusionReason.SayStratum(row.Stratum), row.Eligible, row.Quota, BasisPoints.Of((int)(row.Quota * 10_000L / row.Eligible))))]);

    private static DepartmentForce ForceOf(IGrouping<string, InspectorLine> department) => new(
        ExclusionReason.NameOf(department.Key),
        department.Count(),
        department.Count(l => l.TakesPart),
        department.Count(l => l.TakesPart && l.IsLeader),
        ByReason(department.Where(l => !l.TakesPart).Select(l => l.Exclusion)));

    internal static IReadOnlyList<ReasonCount> ByReason(IEnumerable<string> codes) => [.. codes
        .CountBy(code => code)
        .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
        .Select(c => new ReasonCount(c.Key, ExclusionReason.Say(c.Key), c.Value))];
}
