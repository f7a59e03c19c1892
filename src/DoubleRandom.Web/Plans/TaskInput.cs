using System.Globalization;
using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Plans;
using DoubleRandom.Plans.Reading;
using DoubleRandom.Web.Forms;

namespace DoubleRandom.Web.Plans;

/// <summary>What was typed into the form of a task, exactly as typed.</summary>
public sealed class TaskInput
{
    private static readonly char[] Separators = ['、', '，', ',', ';', '；', ' '];

    /// <inheritdoc cref="TaskDraft.Name"/>
    public string? Name { get; set; }

    /// <inheritdoc cref="TaskDraft.Type"/>
    public string? Type { get; set; } = nameof(TaskType.Directed);

    /// <inheritdoc cref="TaskDraft.Items"/>
    public List<string>? Items { get; set; } = [];

    /// <summary>Codes of the towns of the pool.</summary>
    public List<string>? Towns { get; set; } = [];

    /// <summary>Kinds of subject of the pool.</summary>
    public List<string>? Kinds { get; set; } = [];

    /// <summary>Industries of the pool, separated.</summary>
    public string? Industries { get; set; }

    /// <summary>Risk classes of the pool.</summary>
    public List<string>? Risks { get; set; } = [];

    /// <summary>Tags of the pool.</summary>
    public List<string>? Tags { get; set; } = [];

    /// <summary>Share of class A in per cent.</summary>
    public string? A { get; set; }

    /// <summary>Share of class B in per cent.</summary>
    public string? B { get; set; }

    /// <summary>Share of class C in per cent.</summary>
    public string? C { get; set; }

    /// <summary>Share of class D in per cent.</summary>
    public string? D { get; set; }

    /// <summary>Share of subjects without class in per cent.</summary>
    public string? N { get; set; }

    /// <summary>How many are drawn, where no shares are.</summary>
    public string? Count { get; set; }

    /// <inheritdoc cref="TaskDraft.From"/>
    public DateOnly? From { get; set; }

    /// <inheritdoc cref="TaskDraft.To"/>
    public DateOnly? To { get; set; }

    /// <inheritdoc cref="TaskDraft.Lead"/>
    public string? Lead { get; set; }

    /// <inheritdoc cref="TaskDraft.Participants"/>
    public List<string>? Participants { get; set; } = [];

    /// <summary>Why, where the plan is published already.</summary>
    public string? Reason { get; set; }

    /// <summary>The version that the form was filled from.</summary>
    public Guid Version { get; set; }

    /// <summary>Which button was pressed: <c>calculate</c> or <c>save</c>.</summary>
    public string? Do { get; set; }

    /// <summary>The form of a stored task.</summary>
    public static TaskInput Of(TaskLine task)
    {
        var draft = task.Draft;
        string? Share(RiskClass risk) => draft.Quota.Shares.TryGetValue(risk, out var share) ? BasisPoints.Of(share).ToString() : null;
        return new TaskInput
        {
            Name = draft.Name,
            Type = draft.Type.ToString(),
            Items = [.. draft.Items],
            Towns = [.. draft.Filter.Towns],
            Kinds = [.. draft.Filter.Kinds.Select(k => k.ToString())],
            Industries = string.Join('、', draft.Filter.Industries),
            Risks = [.. draft.Filter.Risks.Select(r => r.ToString())],
            Tags = [.. draft.Filter.Tags],
            A = Share(RiskClass.A),
            B = Share(RiskClass.B),
            C = Share(RiskClass.C),
            D = Share(RiskClass.D),
            N = Share(RiskClass.N),
            Count = draft.Quota.Count?.ToString(CultureInfo.InvariantCulture),
            From = draft.From,
            To = draft.To,
            Lead = draft.Lead?.Code,
            Participants = [.. draft.Participants.Select(d => d.Code)],
            Version = task.Version,
        };
    }

    /// <summary>The typed share of a class.</summary>
    public string? ShareOf(RiskClass risk) => risk switch { RiskClass.A => A, RiskClass.B => B, RiskClass.C => C, RiskClass.D => D, _ => N };

    /// <summary>The draft that was typed; refused where a number cannot be read.</summary>
    public Outcome<TaskDraft> ToDraft()
    {
        List<Refusal> unread = [];
        var shares = new SortedDictionary<RiskClass, int>();
        foreach (var risk in Enum.GetValues<RiskClass>())
        {
            if (ShareOf(risk)?.Trim() is not { Length: > 0 } typed)
            {
                continue;
            }

            if (BasisPoints.TryParsePercent(typed, out var share))
            {
                shares[risk] = share.Value;
            }
            else
            {
                unread.Add(PlanText.Words.Refuse("form.share-unread", null, typed).At(risk.ToString()));
            }
        }

        int? count = null;
        if (Count?.Trim() is { Length: > 0 } number)
        {
            count = int.TryParse(number.Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
            if (count is null)
            {
                unread.Add(PlanText.Words.Refuse("form.count-unread", null, number).At(nameof(Count)));
            }
        }

        return Refusal.Of(unread) is { } no ? no : new TaskDraft(
            Name ?? "",
            Choice.Chosen<TaskType>(Type) ?? TaskType.Directed,
            Items ?? [],
            new SubjectFilter(Towns ?? [], Choice.ChosenAll<SubjectKind>(Kinds), (Industries ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Choice.ChosenAll<RiskClass>(Risks), Tags ?? []),
            new QuotaWish(count, shares),
            From,
            To,
            Department.TryParse(Lead, null, out var lead) ? lead : null,
            [.. (Participants ?? []).Select(code => Department.TryParse(code, null, out var department) ? department : default)]);
    }
}
