using DoubleRandom.Directories;
using DoubleRandom.Sheets;
using DoubleRandom.Web.Forms;

namespace DoubleRandom.Web.Directories;

/// <summary>What was typed into the form of an inspector, exactly as typed.</summary>
public sealed class InspectorInput
{
    /// <inheritdoc cref="InspectorContent.Name"/>
    public string? Name { get; set; }

    /// <inheritdoc cref="InspectorContent.Department"/>
    public string? Department { get; set; }

    /// <inheritdoc cref="InspectorContent.Certificate"/>
    public string? Certificate { get; set; }

    /// <inheritdoc cref="InspectorContent.CertificateUntil"/>
    public DateOnly? CertificateUntil { get; set; }

    /// <inheritdoc cref="InspectorContent.Qualifications"/>
    public string? Qualifications { get; set; }

    /// <inheritdoc cref="InspectorContent.Specialties"/>
    public string? Specialties { get; set; }

    /// <summary>Codes of the items he may inspect, separated; empty: all of his department.</summary>
    public string? ItemScope { get; set; }

    /// <summary>Codes of the towns he works in; none: the whole county.</summary>
    public List<string>? Towns { get; set; } = [];

    /// <summary>One entry where he may lead a team, else none.</summary>
    public List<string>? MayLead { get; set; } = [];

    /// <inheritdoc cref="InspectorContent.Duty"/>
    public string? Duty { get; set; } = nameof(DutyState.OnDuty);

    /// <summary>The version that the form was filled from.</summary>
    public Guid Version { get; set; }

    /// <summary>The form of a stored inspector.</summary>
    public static InspectorInput Of(Inspector inspector) => new()
    {
        Name = inspector.Name,
        Department = inspector.Department.Code,
        Certificate = inspector.Certificate,
        CertificateUntil = inspector.CertificateUntil,
        Qualifications = string.Join('、', inspector.Qualifications),
        Specialties = string.Join('、', inspector.Specialties),
        ItemScope = string.Join('、', inspector.ItemScope),
        Towns = inspector.Towns,
        MayLead = inspector.MayLead ? ["yes"] : [],
        Duty = inspector.Duty.ToString(),
        Version = inspector.Version,
    };

    /// <summary>The content typed, or why it cannot be read.</summary>
    public Outcome<InspectorContent> ToContent()
    {
        var faults = new List<Refusal>();
        if (!DoubleRandom.Access.Department.TryParse(Department, null, out var department))
        {
            faults.Add(DirectoryText.Words.Refuse("department-needed", "R5").At(nameof(Department)));
        }

        if (CertificateUntil is null)
        {
            faults.Add(DirectoryText.Words.Refuse("until-needed", "R34").At(nameof(CertificateUntil)));
        }

        var duty = Choice.Chosen<DutyState>(Duty);
        if (duty is null)
        {
            faults.Add(DirectoryText.Words.Refuse("choice-needed", null).At(nameof(Duty)));
        }

        return Refusal.Of(faults) is { } refusal ? refusal : new InspectorContent
        {
            Name = SheetText.Clean(Name ?? ""),
            Department = department,
            Certificate = Certificate ?? "",
            CertificateUntil = CertificateUntil!.Value,
            Qualifications = SheetText.Parts(Qualifications ?? ""),
            Specialties = SheetText.Parts(Specialties ?? ""),
            ItemScope = [.. SheetText.Parts(ItemScope ?? "").Select(SheetText.Code)],
            Towns = Towns ?? [],
            MayLead = MayLead is { Count: > 0 },
            Duty = duty!.Value,
        };
    }
}
