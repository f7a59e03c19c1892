using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Sheets;
using DoubleRandom.Web.Forms;

namespace DoubleRandom.Web.Directories;

/// <summary>What was typed into the form of a subject, exactly as typed; personal data starts masked.</summary>
public sealed class SubjectInput
{
    /// <summary>Unified social credit code or the county's own number.</summary>
    public string? Code { get; set; }

    /// <inheritdoc cref="SubjectContent.Name"/>
    public string? Name { get; set; }

    /// <inheritdoc cref="SubjectContent.Kind"/>
    public string? Kind { get; set; }

    /// <inheritdoc cref="SubjectContent.Representative"/>
    public string? Representative { get; set; }

    /// <inheritdoc cref="SubjectContent.Phone"/>
    public string? Phone { get; set; }

    /// <inheritdoc cref="SubjectContent.Address"/>
    public string? Address { get; set; }

    /// <inheritdoc cref="SubjectContent.Town"/>
    public string? Town { get; set; }

    /// <inheritdoc cref="SubjectContent.Industry"/>
    public string? Industry { get; set; }

    /// <inheritdoc cref="SubjectContent.EstablishedOn"/>
    public DateOnly? EstablishedOn { get; set; }

    /// <inheritdoc cref="SubjectContent.State"/>
    public string? State { get; set; } = nameof(RegistrationState.InBusiness);

    /// <inheritdoc cref="SubjectContent.Risk"/>
    public string? Risk { get; set; } = nameof(RiskClass.N);

    /// <inheritdoc cref="SubjectContent.Tags"/>
    public string? Tags { get; set; }

    /// <summary>The version that the form was filled from.</summary>
    public Guid Version { get; set; }

    /// <summary>The form of a stored subject.</summary>
    public static SubjectInput Of(Subject subject) => new()
    {
        Code = subject.Code,
        Name = subject.Name,
        Kind = subject.Kind.ToString(),
        Representative = Mask.Name(subject.Representative),
        Phone = Mask.Phone(subject.Phone),
        Address = subject.Address,
        Town = subject.Town,
        Industry = subject.Industry,
        EstablishedOn = subject.EstablishedOn,
        State = subject.State.ToString(),
        Risk = subject.Risk.ToString(),
        Tags = string.Join('、', subject.Tags),
        Version = subject.Version,
    };

    /// <summary>The content typed, or why it cannot be read.</summary>
    public Outcome<SubjectContent> ToContent()
    {
        var (kind, state, risk) = (Choice.Chosen<SubjectKind>(Kind), Choice.Chosen<RegistrationState>(State), Choice.Chosen<RiskClass>(Risk));
        Refusal?[] faults =
        [
            kind is null ? DirectoryText.Words.Refuse("kind-needed", "R4").At(nameof(Kind)) : null,
            state is null ? DirectoryText.Words.Refuse("choice-needed", null).At(nameof(State)) : null,
            risk is null ? DirectoryText.Words.Refuse("choice-needed", null).At(nameof(Risk)) : null,
        ];
        return Refusal.Of([.. faults.OfType<Refusal>()]) is { } refusal ? refusal : new SubjectContent
        {
            Name = SheetText.Clean(Name ?? ""),
            Kind = kind!.Value,
            Representative = OrNull(Representative),
            Phone = OrNull(Phone),
            Address = OrNull(Address),
            Town = Town ?? "",
            Industry = OrNull(SheetText.Code(Industry ?? "")),
            EstablishedOn = EstablishedOn,
            State = state!.Value,
            Risk = risk!.Value,
            Tags = SheetText.Parts(Tags ?? ""),
        };
    }

    private static string? OrNull(string? text) => SheetText.Clean(text ?? "") is { Length: > 0 } clean ? clean : null;
}
