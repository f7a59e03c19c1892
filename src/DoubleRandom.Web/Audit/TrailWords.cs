using System.Globalization;
using System.Text.Json;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Plans;
using DoubleRandom.Web.Imports;
using DoubleRandom.Web.Layout;
using DoubleRandom.Web.Plans;

namespace DoubleRandom.Web.Audit;

/// <summary>The lines of the trail in words: acts, kinds of record, fields and values.</summary>
internal static class TrailWords
{
    /// <summary>The words of the trail's page.</summary>
    public static readonly Words Words = new(typeof(TrailWords));

    private static readonly string[] KindNames =
    [
        "Account", "AccountPost", "Item", "Subject", "Inspector", "Leave", "Recusal", "ImportBatch", "AnnualPlan", "PlanTask", "Draw", "LeftOut",
        "WitnessShare", "DrawChange", "DrawFile", "Secret", "Visit", "VisitMember", "SubstitutionRequest", "InspectionResult", "ResultEdition",
        "ResultCorrection", "PublishedResult", "TransparencyLog", "StandingWitness", "LogLeaf", "LogCheckpoint", "Cosignature", "HolidayYearRow", "BackUp",
    ];

    /// <summary>The kinds of record one can ask for.</summary>
    public static IReadOnlyList<Choice> Kinds => [.. KindNames.Select(kind => new Choice(kind, Words["kind." + kind]))];

    /// <summary>The act in words.</summary>
    public static string Act(AuditEntry line) => Words.Find("act." + line.Act) ?? line.Act;

    /// <summary>The kind of record in words.</summary>
    public static string Kind(AuditEntry line) => Words.Find("kind." + line.Kind) ?? line.Kind;

    /// <summary>What the act changed, field by field, as the record's own history shows it where it has one.</summary>
    public static IEnumerable<Change> Changes(AuditEntry line) => line.Kind switch
    {
        nameof(AnnualPlan) or nameof(PlanTask) => PlanHistory.Changes(line),
        nameof(Item) or nameof(Subject) or nameof(Inspector) => RegisterHistory.Changes(line),
        nameof(AccountPost) => Post(line),
        _ => TrailMembers.Changes(line, Words, Shown),
    };

    /// <summary>One change as a sentence: 状态：待抽取 → 已撤回.</summary>
    public static string Sentence(Change change) => string.IsNullOrEmpty(change.Before)
        ? Words.Say("added", change.What, change.After)
        : Words.Say("changed", change.What, change.Before, string.IsNullOrEmpty(change.After) ? Say.None : change.After);

    /// <summary>A post is all key (account, role, department): what was granted or revoked stands there.</summary>
    private static IEnumerable<Change> Post(AuditEntry line) => line.Key.Split('/') is [_, var role, var department, ..]
        ? [new Change(Words["kind.AccountPost"], null, $"{Word("Department", department)} {Word("Role", role)}".Trim())]
        : [];

    private static string Shown(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => "",
        JsonValueKind.True => Words["yes"],
        JsonValueKind.Array => string.Join(Words["comma"], value.EnumerateArray().Select(v => Shown(field, v))),
        JsonValueKind.Object => value.ToString() is "{}" ? "" : value.ToString(),
        _ => Word(field, value.ToString()),
    };

    private static string Word(string field, string value) => field switch
    {
        "Department" or "Departments" or "Lead" when Department.TryParse(value, null, out var department) => department.Name,
        _ when DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Say.Date(day),
        _ when DateTimeOffset.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) => Say.Time(instant),
        _ => Words.Find($"{field}.{value}") ?? value,
    };
}
