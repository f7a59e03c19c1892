using System.Globalization;
using System.Text.Json;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Imports;
using DoubleRandom.Items;
using DoubleRandom.Web.Audit;
using DoubleRandom.Web.Layout;

namespace DoubleRandom.Web.Imports;

/// <summary>The history of one record of a list or directory: its own lines of the trail, and the import that brought it in.</summary>
public sealed class RegisterHistory(TrailReader trail, ImportReader imports)
{
    private static readonly Words Words = ImportText.Words;

    /// <summary>The rows, the latest first.</summary>
    /// <param name="kind">The record's kind, e.g. <c>nameof(Item)</c>.</param>
    /// <param name="key">Its id.</param>
    /// <param name="batch">The batch that brought it in, or null.</param>
    /// <param name="stop">Stops the reading.</param>
    public async Task<IReadOnlyList<HistoryRow>> OfAsync(string kind, string key, Id<ImportBatch>? batch, CancellationToken stop)
    {
        var rows = (await trail.OfAsync(kind, key, stop: stop)).ConvertAll(Row);
        if (batch is { } id && await imports.FindAsync(id, stop) is { } born)
        {
            rows.Add(new(born.At, born.Who, Words["act.born"], [new(Words["field.FileName"], null, born.FileName)]));
        }

        return rows;
    }

    private static HistoryRow Row(AuditEntry line) => new(
        line.At,
        line.Who,
        TrailWords.Act(line, Words),
        [.. line.Reason is { } why ? [new Change(Words["field.Reason"], null, why)] : Array.Empty<Change>(), .. Changes(line)]);

    /// <summary>What one line changed.</summary>
    internal static IEnumerable<Change> Changes(AuditEntry line)
    {
        var (before, after) = (Members(line.Before), Members(line.After));
        return before.Keys.Union(after.Keys)
            .Select(field => new Change(Words.Find("field." + field) ?? field, before.GetValueOrDefault(field), after.GetValueOrDefault(field)))
            .Where(change => !string.IsNullOrEmpty(change.Before) || !string.IsNullOrEmpty(change.After));
    }

    private static Dictionary<string, string> Members(string? json) => json is null
        ? []
        : JsonDocument.Parse(json).RootElement.EnumerateObject().ToDictionary(m => m.Name, m => Shown(m.Name, m.Value), StringComparer.Ordinal);

    private static string Shown(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => Words["yes"],
        JsonValueKind.False => Words["no"],
        JsonValueKind.Array => string.Join(Words["comma"], value.EnumerateArray().Select(v => Word(field, v.ToString()))),
        _ => Word(field, value.ToString()),
    };

    private static string Word(string field, string value) => field switch
    {
        "Department" when Department.TryParse(value, null, out var department) => department.Name,
        "Town" or "Towns" => Town.NameOf(value),
        "Importance" when Enum.TryParse<Importance>(value, out var importance) => ItemWords.Of(importance),
        "Kind" or "SubjectKinds" when Enum.TryParse<SubjectKind>(value, out var kind) => ItemWords.Of(kind),
        "Methods" when Enum.TryParse<InspectionMethod>(value, out var method) => ItemWords.Of(method),
        "State" when Enum.TryParse<ItemState>(value, out var state) => ItemWords.Of(state),
        "State" when Enum.TryParse<RegistrationState>(value, out var state) => DirectoryWords.Of(state),
        "Risk" when Enum.TryParse<RiskClass>(value, out var risk) => DirectoryWords.Of(risk),
        "Duty" when Enum.TryParse<DutyState>(value, out var duty) => DirectoryWords.Of(duty),
        "PublishedOn" or "EstablishedOn" or "CertificateUntil" when DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day) => Say.Date(day),
        _ => value,
    };
}
