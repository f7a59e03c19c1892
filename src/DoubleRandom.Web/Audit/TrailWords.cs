using System.Globalization;
using System.Text.Json;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Audit;

/// <summary>The lines of the trail in words: acts, kinds of record, fields and values, as each module of the house names its own.</summary>
internal static class TrailWords
{
    /// <summary>The words of the trail's page.</summary>
    public static readonly Words Words = new(typeof(TrailWords));

    /// <summary>The acts one can ask for, in words; with the one asked for already, should it be none of them.</summary>
    public static IReadOnlyList<Choice> Acts(string? asked)
    {
        var known = Named("act.");
        return asked is null || known.Any(act => act.Value == asked) ? known : [.. known, new Choice(asked, asked)];
    }

    /// <summary>The kinds of record one can ask for.</summary>
    public static IReadOnlyList<Choice> Kinds => Named("kind.");

    /// <summary>The act in words.</summary>
    public static string Act(AuditEntry line) => ProductModule.Find("act." + line.Act) ?? line.Act;

    /// <summary>The act in the words of a record's own history, or else in the trail's.</summary>
    public static string Act(AuditEntry line, Words own) => own.Find("act." + line.Act) ?? Act(line);

    /// <summary>Why, in words: a code that the product wrote at the start is said as its sentence, what a person wrote stays as it is.</summary>
    public static string Reason(string why)
    {
        var code = why.Split(':', ';')[0];
        return ProductModule.Find("reason." + code) is { } said ? said + why[code.Length..] : why;
    }

    /// <summary>The kind of record in words.</summary>
    public static string Kind(AuditEntry line) => ProductModule.Find("kind." + line.Kind) ?? line.Kind;

    /// <summary>What the act changed, field by field, where the record's room tells it no better.</summary>
    public static IEnumerable<Change> Changes(AuditEntry line) => TrailMembers.Changes(line, ProductModule.Find, Shown);

    /// <summary>One change as a sentence: 状态：待抽取 → 已撤回.</summary>
    public static string Sentence(Change change) => string.IsNullOrEmpty(change.Before)
        ? Words.Say("added", change.What, change.After)
        : Words.Say("changed", change.What, change.Before, string.IsNullOrEmpty(change.After) ? Say.None : change.After);

    /// <summary>A value in words: a department by its name, a day or an instant as people write it, else as its module names it.</summary>
    public static string Value(string field, string value) => field switch
    {
        "Department" or "Departments" or "Lead" when Department.TryParse(value, null, out var department) => department.Name,
        _ when DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Say.Date(day),
        _ when DateTimeOffset.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) => Say.Time(instant),
        _ => ProductModule.Find($"{field}.{value}") ?? value,
    };

    /// <summary>All that the modules name under a beginning: module by module in the order of the work, within one by name.</summary>
    private static List<Choice> Named(string beginning) =>
    [
        .. ProductModule.Modules.SelectMany(module => module.Words.KeysUnder(beginning)
            .Select(key => new Choice(key[beginning.Length..], module.Words[key]))
            .OrderBy(choice => choice.Text, StringComparer.CurrentCulture)),
    ];

    private static string Shown(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => "",
        JsonValueKind.True => Words["yes"],
        JsonValueKind.Array => string.Join(Words["comma"], value.EnumerateArray().Select(v => Shown(field, v))),
        JsonValueKind.Object => value.ToString() is "{}" ? "" : value.ToString(),
        _ => Value(field, value.ToString()),
    };
}
