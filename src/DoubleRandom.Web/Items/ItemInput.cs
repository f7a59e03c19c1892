using System.Globalization;
using DoubleRandom.Items;
using DoubleRandom.Sheets;
using DoubleRandom.Web.Forms;

namespace DoubleRandom.Web.Items;

/// <summary>What was typed into the form of an item, exactly as typed.</summary>
public sealed class ItemInput
{
    /// <summary>Code of the item, e.g. <c>SC-0302</c>.</summary>
    public string? Code { get; set; }

    /// <inheritdoc cref="ItemContent.Name"/>
    public string? Name { get; set; }

    /// <inheritdoc cref="ItemContent.Department"/>
    public string? Department { get; set; }

    /// <inheritdoc cref="ItemContent.Importance"/>
    public string? Importance { get; set; } = nameof(DoubleRandom.Items.Importance.General);

    /// <inheritdoc cref="ItemContent.Cap"/>
    public string? Cap { get; set; }

    /// <inheritdoc cref="ItemContent.SubjectKinds"/>
    public List<string>? SubjectKinds { get; set; } = [];

    /// <inheritdoc cref="ItemContent.SubjectTags"/>
    public string? SubjectTags { get; set; }

    /// <inheritdoc cref="ItemContent.Methods"/>
    public List<string>? Methods { get; set; } = [];

    /// <inheritdoc cref="ItemContent.Bases"/>
    public string? Bases { get; set; }

    /// <inheritdoc cref="ItemContent.Content"/>
    public string? Content { get; set; }

    /// <inheritdoc cref="ItemContent.Qualifications"/>
    public string? Qualifications { get; set; }

    /// <inheritdoc cref="ItemContent.MostPerYear"/>
    public string? MostPerYear { get; set; }

    /// <summary>The version that the form was filled from.</summary>
    public Guid Version { get; set; }

    /// <summary>The form of a stored item.</summary>
    public static ItemInput Of(Item item) => new()
    {
        Code = item.Code,
        Name = item.Name,
        Department = item.Department.Code,
        Importance = item.Importance.ToString(),
        Cap = item.Cap?.ToString(),
        SubjectKinds = [.. item.SubjectKinds.Select(kind => kind.ToString())],
        SubjectTags = string.Join('、', item.SubjectTags),
        Methods = [.. item.Methods.Select(method => method.ToString())],
        Bases = string.Join('\n', item.Bases),
        Content = item.Content,
        Qualifications = string.Join('、', item.Qualifications),
        MostPerYear = item.MostPerYear?.ToString(CultureInfo.InvariantCulture),
        Version = item.Version,
    };

    /// <summary>The content typed, or why it cannot be read.</summary>
    public Outcome<ItemContent> ToContent()
    {
        var faults = new List<Refusal>();
        if (!DoubleRandom.Access.Department.TryParse(Department, null, out var department))
        {
            faults.Add(ItemText.Words.Refuse("department-needed", "R3").At(nameof(Department)));
        }

        var importance = Choice.Chosen<Importance>(Importance);
        if (importance is null)
        {
            faults.Add(ItemText.Words.Refuse("importance-needed", "R2").At(nameof(Importance)));
        }

        BasisPoints? cap = null;
        if (!string.IsNullOrWhiteSpace(Cap))
        {
            if (BasisPoints.TryParsePercent(Cap, out var share))
            {
                cap = share;
            }
            else
            {
                faults.Add(ItemText.Words.Refuse("cap-unreadable", null).At(nameof(Cap)));
            }
        }

        var most = string.IsNullOrWhiteSpace(MostPerYear) ? (int?)null
            : int.TryParse(SheetText.Code(MostPerYear), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return Refusal.Of(faults) is { } refusal ? refusal : new ItemContent
        {
            Name = SheetText.Clean(Name ?? ""),
            Department = department,
            Importance = importance!.Value,
            Cap = cap,
            SubjectKinds = Choice.ChosenAll<SubjectKind>(SubjectKinds),
            SubjectTags = SheetText.Parts(SubjectTags ?? ""),
            Methods = Choice.ChosenAll<InspectionMethod>(Methods),
            Bases = [.. (Bases ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Content = SheetText.Clean(Content ?? ""),
            Qualifications = SheetText.Parts(Qualifications ?? ""),
            MostPerYear = most,
        };
    }
}
