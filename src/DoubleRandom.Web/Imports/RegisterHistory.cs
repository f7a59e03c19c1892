using System.Globalization;
using System.Text.Json;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Imports;
using DoubleRandom.Items;
using DoubleRandom.Web.Audit;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Imports;

/// <summary>The history of one record of a list or directory: its own lines of the trail, and the import that brought it in.</summary>
public sealed class RegisterHistory(TrailReader trail, ImportReader imports) : ITellsChanges
{
    private static readonly Words Words = ImportText.Words;

    /// <inheritdoc />
    public IReadOnlyList<string> Kinds => [StoredKind.Of<Item>(), StoredKind.Of<Subject>(), StoredKind.Of<Inspector>()];

    /// <inheritdoc />
    IEnumerable<Change> ITellsChanges.Changes(AuditEntry line) => Changes(line);

    /// <summary>The rows, the latest first.</summary>
    /// <param name="kind">The record's kind, e.g. <c>StoredKind.Of&lt;Item&gt;()</c>.</param>
    /// <param name="key">Its id.</param>
    /// <param name="batch">The batch that brought it in, or null.</param>
    /// <param name="stop">Stops the reading.</param>
    public async Task<IReadOnlyList<HistoryRow>> OfAsync(string kind, string key, Id<ImportBatch>? batch, CancellationToken stop)
    {
        var rows = (await trail.OfWholeAsync(kind, key, stop: stop)).ConvertAll(Row);
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
        [.. line.Reason is { } why ? [new Change(Words["field.Reason"], null, why)] : Array.Empty<Change>(), .. line.IsOf<Leave>() || line.IsOf<Recusal>() ? TrailWords.Changes(line).Where(change => !Names(change)) : Changes(line)]);

    /// <summary>Whether a change only says of which record a leave or recusal is: that is the page.</summary>
    private static bool Names(Change change) => Guid.TryParse(change.Before ?? change.After, out _);

    private static IEnumerable<Change> Changes(AuditEntry line) => TrailMembers.Changes(line, Words.Find, Shown);

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
        "Importance" when Choice.Chosen<Importance>(value) is { } importance => ItemWords.Of(importance),
        "Kind" or "SubjectKinds" when Choice.Chosen<SubjectKind>(value) is { } kind => ItemWords.Of(kind),
        "Methods" when Choice.Chosen<InspectionMethod>(value) is { } method => ItemWords.Of(method),
        "State" when Choice.Chosen<ItemState>(value) is { } state => ItemWords.Of(state),
        "State" when Choice.Chosen<RegistrationState>(value) is { } state => DirectoryWords.Of(state),
        "Risk" when Choice.Chosen<RiskClass>(value) is { } risk => DirectoryWords.Of(risk),
        "Duty" when Choice.Chosen<DutyState>(value) is { } duty => DirectoryWords.Of(duty),
        "PublishedOn" or "EstablishedOn" or "CertificateUntil" when DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day) => Say.Date(day),
        _ => value,
    };
}
