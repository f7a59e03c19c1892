using System.Text.RegularExpressions;
using DoubleRandom.Items;

namespace DoubleRandom.Directories;

/// <summary>What people write of a subject [检查对象信息]: everything but its code.</summary>
public sealed partial record SubjectContent
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 200;

    internal static Words Words { get; } = new(typeof(SubjectContent));

    /// <summary>Name, at most 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required SubjectKind Kind { get; init; }

    /// <summary>Legal representative or person in charge.</summary>
    public string? Representative { get; init; }

    /// <summary>Telephone.</summary>
    public string? Phone { get; init; }

    /// <summary>Address of business.</summary>
    public string? Address { get; init; }

    /// <summary>Nine-digit code of the town.</summary>
    public required string Town { get; init; }

    /// <summary>Industry by GB/T 4754-2017, e.g. C1530: a capital letter and at most four digits.</summary>
    public string? Industry { get; init; }

    /// <summary>Day of establishment.</summary>
    public DateOnly? EstablishedOn { get; init; }

    /// <summary>Registration state.</summary>
    public RegistrationState State { get; init; }

    /// <summary>Risk class.</summary>
    public RiskClass Risk { get; init; }

    /// <summary>Supervision tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether a subject of that kind stands in the register of market entities, and so has a credit code (or its legacy number).</summary>
    public static bool NeedsCode(SubjectKind kind) =>
        kind is SubjectKind.Enterprise or SubjectKind.Cooperative or SubjectKind.Individual or SubjectKind.ForeignOffice;

    /// <summary>Whether a text is an industry code or the start of one.</summary>
    public static bool IsIndustry(string text) => IndustryCode().IsMatch(text);

    /// <summary>Whether a text was masked by an export: such a text must not come back as data.</summary>
    internal static bool IsMasked(string? text) => text?.Contains('*', StringComparison.Ordinal) == true;

    /// <summary>The content of a stored subject.</summary>
    public static SubjectContent Of(Subject subject) => new()
    {
        Name = subject.Name,
        Kind = subject.Kind,
        Representative = subject.Representative,
        Phone = subject.Phone,
        Address = subject.Address,
        Town = subject.Town,
        Industry = subject.Industry,
        EstablishedOn = subject.EstablishedOn,
        State = subject.State,
        Risk = subject.Risk,
        Tags = subject.Tags,
    };

    /// <summary>Everything against the rules: <c>subject.name-needed</c>, <c>.town-unknown</c>, <c>.industry</c>, <c>.established-later</c>, <c>.masked</c>.</summary>
    internal IEnumerable<Refusal> Judge(Jurisdiction county, DateOnly today)
    {
        if (Name.Length is 0 or > LongestName)
        {
            yield return Words.Refuse("subject.name-needed", null).At(nameof(Name));
        }

        if (!DoubleRandom.Directories.Town.IsOf(county, Town))
        {
            yield return Words.Refuse("subject.town-unknown", "R4").At(nameof(Town));
        }

        if (Industry is { } industry && !IsIndustry(industry))
        {
            yield return Words.Refuse("subject.industry", null).At(nameof(Industry));
        }

        if (EstablishedOn > today)
        {
            yield return Words.Refuse("subject.established-later", null).At(nameof(EstablishedOn));
        }

        if (IsMasked(Representative))
        {
            yield return Words.Refuse("subject.masked", null).At(nameof(Representative));
        }

        if (IsMasked(Phone))
        {
            yield return Words.Refuse("subject.masked", null).At(nameof(Phone));
        }
    }

    [GeneratedRegex(@"^[A-T][0-9]{0,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IndustryCode();
}
