using System.Globalization;
using System.Text.Json;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Plans;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Imports;
using DoubleRandom.Web.Lists;
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
        "ResultCorrection", "PublishedResult", "TransparencyLog", "StandingWitness", "WitnessInvitation", "LogLeaf", "LogCheckpoint", "Cosignature", "HolidayYearRow", "BackUp",
    ];

    /// <summary>Every act that the product writes down, in the order of the work; a test holds it against the words.</summary>
    private static readonly string[] ActCodes =
    [
        "account.created", "account.closed", "account.reopened", "account.signed-in", "account.sign-in-failed",
        "account.password-changed", "account.password-failed", "account.password-reset", "account.post-granted", "account.post-revoked", "calendar.imported",
        "item.added", "item.changed", "item.published", "item.retired", "items.imported", "subject.added", "subject.changed",
        "subject.personal-data-shown", "subjects.imported", "inspector.added", "inspector.changed", "inspectors.imported", "leave.added",
        "leave.removed", "recusal.declared", "recusal.withdrawn", "plan.added", "plan.renamed", "plan.published", "task.added",
        "task.added-in-year", "task.changed", "task.removed", "task.withdrawn", "task.registered", "task.completed", "draw.committed",
        "draw.match-committed", "draw.witness-invited", "draw.contributed", "draw.contributions-closed", "draw.value-told", "draw.revealed", "draw.beacon-told", "draw.cosigned", "draw.sealed",
        "draw.opened", "draw.voided", "draw.extended", "draw.names-read", "draw.subject-replaced", "draw.subject-left-out",
        "draw.subject-taken-in", "draw.inspector-substituted", "secret.read", "witness.appointed", "witness.unlocked",
        "witness.unlock-failed", "witness.invited", "witness.key-sent", "log.founded", "log.cosigned", "log.quorum-set", "log.checked", "substitution.asked", "substitution.approved", "substitution.declined",
        "visit.released", "result.drafted", "result.submitted", "result.returned", "result.published", "result.corrected",
        "correction.asked", "correction.declined", "storage.backed-up",
    ];

    /// <summary>The acts one can ask for, in words; with the one asked for already, should it be none of them.</summary>
    public static IReadOnlyList<Choice> Acts(string? asked)
    {
        var known = ActCodes.Select(code => new Choice(code, Words["act." + code]));
        return asked is null || ActCodes.Contains(asked) ? [.. known] : [.. known, new Choice(asked, asked)];
    }

    /// <summary>The kinds of record one can ask for.</summary>
    public static IReadOnlyList<Choice> Kinds => [.. KindNames.Select(kind => new Choice(kind, Words["kind." + kind]))];

    /// <summary>The act in words.</summary>
    public static string Act(AuditEntry line) => Words.Find("act." + line.Act) ?? line.Act;

    /// <summary>The act in the words of a record's own history, or else in the trail's.</summary>
    public static string Act(AuditEntry line, Words own) => own.Find("act." + line.Act) ?? Act(line);

    /// <summary>Why, in words: a code that the product wrote at the start is said as its sentence, what a person wrote stays as it is.</summary>
    public static string Reason(string why)
    {
        var code = why.Split(':', ';')[0];
        return Words.Find("reason." + code) is { } said ? said + why[code.Length..] : why;
    }

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
