using DoubleRandom.Access;
using DoubleRandom.Imports;
using DoubleRandom.Items;
using DoubleRandom.Sheets;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Directories;

/// <summary>Imports the directory of subjects [导入检查对象名录].</summary>
public sealed class SubjectImport(SupervisionDb db) : ImportedKind<Subject>(db)
{
    // The headers are the file format itself, not words on a page.
    private const string Name = "对象名称";
    private const string Code = "统一社会信用代码";
    private const string Kind_ = "对象类型";
    private const string Representative = "法定代表人";
    private const string Phone = "联系电话";
    private const string Address = "住所";
    private const string Town_ = "所属乡镇";
    private const string Industry = "行业代码";
    private const string Established = "成立日期";
    private const string State = "登记状态";
    private const string Risk = "信用风险等级";
    private const string Tags = "监管标签";
    private static new readonly Words Words = new(typeof(SubjectImport));

    /// <summary>The columns of a subject sheet.</summary>
    public static SheetColumns Sheet { get; } = new(
    [
        Column(Name, required: true),
        Column(Code, "91532822MA6K1A2B1J") with { AlsoNamed = ["统一社会信用代码/注册号"] },
        Column(Kind_, ItemWords.InChinese(SubjectKind.Enterprise), required: true) with { Choices = [.. Enum.GetValues<SubjectKind>().Select(ItemWords.InChinese)] },
        Column(Representative) with { AlsoNamed = ["法定代表人/负责人"] },
        Column(Phone),
        Column(Address),
        Column(Town_, required: true) with { Choices = [.. Town.Of(Menghai).Select(t => t.Name)] },
        Column(Industry, "C1530"),
        Column(Established, "2019-03-05"),
        Column(State, DirectoryWords.InChinese(RegistrationState.InBusiness), required: true) with { Choices = [.. Enum.GetValues<RegistrationState>().Select(DirectoryWords.InChinese)] },
        Column(Risk, "B") with { Choices = [.. Enum.GetValues<RiskClass>().Select(DirectoryWords.InChinese)] },
        Column(Tags),
    ]);

    private static Jurisdiction Menghai => Jurisdiction.Parse("532822", null);

    /// <summary>Fills the directory of subjects [检查对象名录库].</summary>
    public static ImportKind Fills { get; } = new("Subjects");

    /// <summary>Name of its sheet.</summary>
    internal static string Title => DirectoriesModule.Declared.Words["sheet.Subjects"];

    /// <inheritdoc />
    public override ImportKind Kind => Fills;

    /// <inheritdoc />
    public override string SheetName => Title;

    internal override string ActCode => "subjects.imported";

    /// <inheritdoc />
    public override SheetColumns Columns => Sheet;

    /// <inheritdoc />
    public override Right Right => Right.EditSubjects;

    /// <inheritdoc />
    protected override string KeyColumn => Code;

    /// <summary>A subject as a row of its sheet, personal data masked.</summary>
    internal static IReadOnlyList<object?> Cells(Subject s) =>
    [
        s.Name, s.Code, ItemWords.InChinese(s.Kind), Mask.Name(s.Representative), Mask.Phone(s.Phone), s.Address, Town.NameOf(s.Town), s.Industry,
        s.EstablishedOn, DirectoryWords.InChinese(s.State), DirectoryWords.InChinese(s.Risk), string.Join('、', s.Tags),
    ];

    /// <inheritdoc />
    protected internal override string KeyOf(Subject row) => row.Code.Length > 0 ? row.Code : ByName(row);

    /// <inheritdoc />
    /// <remarks>What has neither credit code nor registration number is also known by kind, name and town.</remarks>
    protected internal override string? OtherKeyOf(Subject stored) => SubjectNumber.IsOne(stored.Code) ? ByName(stored) : null;

    /// <inheritdoc />
    protected override async Task<Func<SheetRow, Subject?>> ReaderAsync(Actor actor, CancellationToken stop)
    {
        var own = await Db.Subjects.AsNoTracking().Where(s => EF.Functions.Like(s.Code, "D%")).Select(s => s.Code).ToHashSetAsync(stop);
        var today = Db.Clock.Today();
        var towns = new Dictionary<string, string?>(StringComparer.Ordinal);
        return row => Read(row, actor.Jurisdiction, today, own, towns);
    }

    /// <inheritdoc />
    protected internal override Subject Merged(Subject stored, Subject row, Func<string, bool> has)
    {
        var before = SubjectContent.Of(stored);
        var content = SubjectContent.Of(row);
        content = content with
        {
            Representative = has(Representative) ? content.Representative : before.Representative,
            Phone = has(Phone) ? content.Phone : before.Phone,
            Address = has(Address) ? content.Address : before.Address,
            Industry = has(Industry) ? content.Industry : before.Industry,
            EstablishedOn = has(Established) ? content.EstablishedOn : before.EstablishedOn,
            Risk = has(Risk) ? content.Risk : before.Risk,
            Tags = has(Tags) ? content.Tags : before.Tags,
        };
        return New(stored.Jurisdiction, stored.Id, stored.Code, content);
    }

    /// <inheritdoc />
    protected internal override async Task<IReadOnlyList<Subject>> NumberedAsync(Actor actor, IReadOnlyList<Subject> rows, CancellationToken stop)
    {
        var numbered = new List<Subject>(rows.Count);
        foreach (var row in rows)
        {
            var subject = row.Code.Length > 0
                ? row
                : New(row.Jurisdiction, row.Id, await SubjectNumber.NextAsync(Db, row.Jurisdiction, stop), SubjectContent.Of(row));
            subject.Batch = row.Batch;
            numbered.Add(subject);
        }

        return numbered;
    }

    private Subject? Read(SheetRow row, Jurisdiction county, DateOnly today, HashSet<string> own, Dictionary<string, string?> towns)
    {
        var content = new SubjectContent
        {
            Name = row.Text(Name, SubjectContent.LongestName),
            Kind = row.Choice(Kind_, ItemWords.Kinds) ?? SubjectKind.OtherOrganisation,
            Representative = Known(row, Representative, 100),
            Phone = Known(row, Phone, 40),
            Address = OrNull(row.Text(Address)),
            Town = TownOf(row, county, towns),
            Industry = OrNull(row.Code(Industry, 8)),
            EstablishedOn = row.Date(Established),
            State = row.Choice(State, DirectoryWords.States) ?? RegistrationState.InBusiness,
            Risk = row.Choice(Risk, DirectoryWords.Risks) ?? RiskClass.N,
            Tags = row.List(Tags),
        };
        if (content.Industry is { } industry && !SubjectContent.IsIndustry(industry))
        {
            row.Refuse(Industry, Words, "subject.industry");
        }

        if (content.EstablishedOn > today)
        {
            row.Refuse(Established, Words, "subject.established-later");
        }

        var code = CodeOf(row, content.Kind, own);
        return code is null ? null : New(county, Id<Subject>.New(Db.Clock), code, content);
    }

    /// <summary>The code; empty where none is needed; null where it is wrong.</summary>
    private static string? CodeOf(SheetRow row, SubjectKind kind, HashSet<string> own)
    {
        var faults = row.Faults.Count;
        var text = CreditCode.Normalise(row.Text(Code));
        if (row.Faults.Count > faults)
        {
            return null;
        }

        if (text.Length == 0)
        {
            if (SubjectContent.NeedsCode(kind))
            {
                row.Refuse(Code, Words, "subject.code-needed");
            }

            return "";
        }

        if (SubjectNumber.IsOne(text) && own.Contains(text))
        {
            return text;
        }

        var read = SubjectCode.Read(text);
        if (!read.Refused(out var refusal))
        {
            return read.Value.Value;
        }

        row.Refuse(Code, Words, refusal.Code, refusal.Because, refusal.InEnglish);
        return null;
    }

    private static string? Known(SheetRow row, string column, int max)
    {
        var text = OrNull(row.Text(column, max));
        if (SubjectContent.IsMasked(text))
        {
            row.Refuse(column, Words, "subject.masked");
        }

        return text;
    }

    private static string TownOf(SheetRow row, Jurisdiction county, Dictionary<string, string?> towns)
    {
        var text = row.Text(Town_);
        if (text.Length == 0)
        {
            return "";
        }

        if (!towns.TryGetValue(text, out var code))
        {
            towns[text] = code = Town.Find(county, text)?.Code;
        }

        if (code is null)
        {
            row.Refuse(Town_, Words, "subject.town-unknown", string.Join('、', Town.Of(county).Select(t => t.Name)));
        }

        return code ?? "";
    }

    private static Subject New(Jurisdiction county, Id<Subject> id, string code, SubjectContent content) =>
        new() { Jurisdiction = county, Id = id, Code = code, Says = content };

    private static string ByName(Subject subject) => $"{subject.Kind}/{Subject.SearchForm(subject.Name)}/{subject.Town}";

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static SheetColumn Column(string header, string example = "", bool required = false) => new(header, required, Words["note." + header], example);
}
