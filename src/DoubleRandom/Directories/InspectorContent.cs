using DoubleRandom.Access;
using DoubleRandom.Sheets;

namespace DoubleRandom.Directories;

/// <summary>What people write of an inspector [执法检查人员信息]: everything but his number.</summary>
public sealed record InspectorContent
{
    internal static Words Words { get; } = new(typeof(InspectorContent));

    /// <summary>Name, at most 64 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Department.</summary>
    public required Department Department { get; init; }

    /// <summary>Enforcement certificate, at most 40 characters, unique in the county.</summary>
    public required string Certificate { get; init; }

    /// <summary>Last day on which the certificate is valid.</summary>
    public required DateOnly CertificateUntil { get; init; }

    /// <summary>Qualifications.</summary>
    public IReadOnlyList<string> Qualifications { get; init; } = [];

    /// <summary>Specialties.</summary>
    public IReadOnlyList<string> Specialties { get; init; } = [];

    /// <summary>Codes of the items he may inspect; empty: all of his department.</summary>
    public IReadOnlyList<string> ItemScope { get; init; } = [];

    /// <summary>Nine-digit codes of the towns he works in; empty: the whole county.</summary>
    public IReadOnlyList<string> Towns { get; init; } = [];

    /// <summary>Whether he may lead a team.</summary>
    public bool MayLead { get; init; }

    /// <summary>Whether he is at hand.</summary>
    public DutyState Duty { get; init; }

    /// <summary>The content of a stored inspector.</summary>
    public static InspectorContent Of(Inspector inspector) => new()
    {
        Name = inspector.Name,
        Department = inspector.Department,
        Certificate = inspector.Certificate,
        CertificateUntil = inspector.CertificateUntil,
        Qualifications = inspector.Qualifications,
        Specialties = inspector.Specialties,
        ItemScope = inspector.ItemScope,
        Towns = inspector.Towns,
        MayLead = inspector.MayLead,
        Duty = inspector.Duty,
    };

    /// <summary>The same with its certificate in the form that is compared.</summary>
    internal InspectorContent Normal() => this with { Certificate = SheetText.Code(Certificate) };

    /// <summary>Everything against the rules: <c>inspector.name-needed</c>, <c>.certificate-needed</c> (R5, R34), <c>.town-unknown</c>, <c>.items-unknown</c>.</summary>
    /// <param name="county">The county.</param>
    /// <param name="items">The codes of the item list.</param>
    internal IEnumerable<Refusal> Judge(Jurisdiction county, IReadOnlySet<string> items)
    {
        if (Name.Length is 0 or > 64)
        {
            yield return Words.Refuse("inspector.name-needed", null).At(nameof(Name));
        }

        if (Certificate.Length is 0 or > 40)
        {
            yield return Words.Refuse("inspector.certificate-needed", "R34").At(nameof(Certificate));
        }

        if (Towns.FirstOrDefault(code => !Town.IsOf(county, code)) is { } town)
        {
            yield return Words.Refuse("inspector.town-unknown", null, town).At(nameof(Towns));
        }

        if (ItemScope.Where(code => !items.Contains(code)).ToArray() is { Length: > 0 } unknown)
        {
            yield return Words.Refuse("inspector.items-unknown", "R5", string.Join('、', unknown)).At(nameof(ItemScope));
        }
    }

    internal Inspector New(Jurisdiction county, Id<Inspector> id, string number) =>
        new() { Jurisdiction = county, Id = id, Number = number, Says = this };
}
