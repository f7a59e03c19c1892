using System.Text.Json;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Plans;
using DoubleRandom.Web.Audit;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Plans;

/// <summary>The trail of plans and tasks as their history shows it: acts and fields in words, conditions in words.</summary>
internal sealed class PlanHistory : ITellsChanges
{
    private static readonly Words Words = PlanText.Words;

    public static IReadOnlyList<HistoryRow> Of(IEnumerable<AuditEntry> trail) => [.. trail.Select(line => new HistoryRow(
        line.At, line.Who, TrailWords.Act(line, Words), [.. Changes(line), .. line.Reason is { Length: > 0 } why ? [new Change(Words["field.Reason"], null, TrailWords.Reason(why))] : Array.Empty<Change>()]))];

    /// <summary>The history of a whole plan: its own acts, and those on its tasks by their names.</summary>
    /// <param name="trail">The lines of the plan and its tasks, the latest first.</param>
    /// <param name="names">Name of each task by its id.</param>
    public static IReadOnlyList<HistoryRow> OfPlan(IEnumerable<AuditEntry> trail, IReadOnlyDictionary<string, string> names) =>
    [
        .. trail.Where(line => line.IsOf<PlanTask>() || !line.Act.StartsWith("task.", StringComparison.Ordinal)).Select(line =>
        {
            var row = Of([line])[0];
            return line.IsOf<AnnualPlan>() ? row : row with
            {
                Act = Words.Say("history.of-task", row.Act, names.GetValueOrDefault(line.Key, Words["history.task-removed"])),
                Changes = line.Before is null ? [] : row.Changes,
            };
        }),
    ];

    /// <inheritdoc />
    public IReadOnlyList<string> Kinds => [StoredKind.Of<AnnualPlan>(), StoredKind.Of<PlanTask>()];

    /// <inheritdoc />
    IEnumerable<Change> ITellsChanges.Changes(AuditEntry line) => Changes(line);

    private static IEnumerable<Change> Changes(AuditEntry line) => TrailMembers.Changes(line, Words.Find, Shown);

    private static string Shown(string field, JsonElement value) => field switch
    {
        "Plan" or "IsFrozen" => "", // machinery
        "Filter" => FilterWords.Say(Filter(value)),
        "Quota" => FilterWords.Say(Quota(value)),
        "State" when Choice.Chosen<PlanState>(value.GetString()) is { } state => PlanWords.Of(state),
        "State" when Choice.Chosen<TaskState>(value.GetString()) is { } state => PlanWords.Of(state),
        "Type" when Choice.Chosen<TaskType>(value.GetString()) is { } type => PlanWords.Of(type),
        "Lead" => Name(value),
        "Participants" => string.Join(Words["comma"], value.EnumerateArray().Select(Name)),
        "From" or "To" or "PublishedOn" when DateOnly.TryParse(value.GetString(), out var day) => Say.Date(day),
        _ => value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.Array => string.Join(Words["comma"], value.EnumerateArray()),
            JsonValueKind.False => "",
            JsonValueKind.True => "✓",
            _ => value.ToString(),
        },
    };

    private static string Name(JsonElement code) => Department.TryParse(code.ToString(), null, out var department) ? department.Name : code.ToString();

    private static SubjectFilter Filter(JsonElement value) => new(
        Texts(value, "Towns"),
        [.. Texts(value, "Kinds").Select(Enum.Parse<SubjectKind>)],
        Texts(value, "Industries"),
        [.. Texts(value, "Risks").Select(Enum.Parse<RiskClass>)],
        Texts(value, "Tags"));

    private static QuotaWish Quota(JsonElement value) => new(
        value.GetProperty("Count") is { ValueKind: JsonValueKind.Number } count ? count.GetInt32() : null,
        value.GetProperty("Shares").EnumerateObject().ToDictionary(share => Enum.Parse<RiskClass>(share.Name), share => share.Value.GetInt32()));

    private static string[] Texts(JsonElement value, string name) => [.. value.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
