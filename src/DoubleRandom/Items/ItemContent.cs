using System.Text.RegularExpressions;
using DoubleRandom.Access;

namespace DoubleRandom.Items;

/// <summary>What people write of an item [事项内容]: everything but its code and its life.</summary>
public sealed partial record ItemContent
{
    private static readonly Words Words = new(typeof(ItemContent));

    /// <summary>Name, at most 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The department that inspects it.</summary>
    public required Department Department { get; init; }

    /// <summary>重点 or 一般.</summary>
    public required Importance Importance { get; init; }

    /// <summary>Cap of the drawn share; null only for key items.</summary>
    public BasisPoints? Cap { get; init; }

    /// <summary>Kinds of subject; empty: every kind.</summary>
    public IReadOnlyList<SubjectKind> SubjectKinds { get; init; } = [];

    /// <summary>Tags, one of which is needed; empty: none.</summary>
    public IReadOnlyList<string> SubjectTags { get; init; } = [];

    /// <summary>How it is inspected.</summary>
    public IReadOnlyList<InspectionMethod> Methods { get; init; } = [];

    /// <summary>Legal bases.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>What is looked at.</summary>
    public string Content { get; init; } = "";

    /// <summary>Qualifications an inspector needs.</summary>
    public IReadOnlyList<string> Qualifications { get; init; } = [];

    /// <summary>Most inspections of one subject a year; null: no own limit.</summary>
    public int? MostPerYear { get; init; }

    /// <summary>Whether a code may name an item: <c>[0-9A-Za-z._-]{1,48}</c>.</summary>
    public static bool IsCode(string code) => Lawful().IsMatch(code);

    /// <summary>Refuses a code that draw records could not carry: <c>item.code</c>.</summary>
    internal static Refusal? JudgeCode(string code) => IsCode(code) ? null : Words.Refuse("item.code", null).At(nameof(Item.Code));

    /// <summary>
    /// Everything that is against the rules: <c>item.name-needed</c>, <c>item.cap-needed</c> (R2), <c>item.cap-zero</c>,
    /// <c>item.basis-needed</c>, <c>item.method-needed</c> (R3), <c>item.most-per-year</c>.
    /// </summary>
    internal IEnumerable<Refusal> Judge()
    {
        if (Name.Length is 0 or > 200)
        {
            yield return Words.Refuse("item.name-needed", null).At(nameof(Name));
        }

        if (Importance == Importance.General && Cap is null)
        {
            yield return Words.Refuse("item.cap-needed", "R2").At(nameof(Cap));
        }

        if (Cap is { Value: 0 })
        {
            yield return Words.Refuse("item.cap-zero", "R2").At(nameof(Cap));
        }

        if (Methods.Count == 0)
        {
            yield return Words.Refuse("item.method-needed", "R3").At(nameof(Methods));
        }

        if (Bases.Count == 0)
        {
            yield return Words.Refuse("item.basis-needed", "R3").At(nameof(Bases));
        }

        if (MostPerYear is < 1 or > 366)
        {
            yield return Words.Refuse("item.most-per-year", "R22").At(nameof(MostPerYear));
        }
    }

    /// <summary>The content of a stored item.</summary>
    public static ItemContent Of(Item item) => new()
    {
        Name = item.Name,
        Department = item.Department,
        Importance = item.Importance,
        Cap = item.Cap,
        SubjectKinds = item.SubjectKinds,
        SubjectTags = item.SubjectTags,
        Methods = item.Methods,
        Bases = item.Bases,
        Content = item.Content,
        Qualifications = item.Qualifications,
        MostPerYear = item.MostPerYear,
    };

    [GeneratedRegex("^[0-9A-Za-z._-]{1,48}$", RegexOptions.CultureInvariant)]
    private static partial Regex Lawful();
}
