using DoubleRandom.Access;
using DoubleRandom.Imports;
using DoubleRandom.Sheets;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Directories;

/// <summary>Imports the directory of inspectors [导入执法检查人员名录]: each department its own people.</summary>
public sealed class InspectorImport(SupervisionDb db) : ImportedKind<Inspector>(db)
{
    // The headers are the file format itself, not words on a page.
    private const string Name = "姓名";
    private const string Department = "所属部门";
    private const string Certificate = "执法证号";
    private const string Until = "证件有效期至";
    private const string Qualifications = "执法资质";
    private const string Specialties = "业务专长";
    private const string Items = "可检查事项";
    private const string Towns = "所属区域";
    private const string Lead = "可任组长";
    private const string Duty = "在岗状态";
    private static new readonly Words Words = new(typeof(InspectorImport));

    /// <summary>The columns of an inspector sheet.</summary>
    public static SheetColumns Sheet { get; } = new(
    [
        Column(Name, required: true),
        Column(Department, Access.Department.MarketSupervision.ChineseName, required: true) with { Choices = [.. Access.Department.All.Select(d => d.ChineseName)] },
        Column(Certificate, required: true),
        Column(Until, "2027-12-31", required: true),
        Column(Qualifications),
        Column(Specialties),
        Column(Items, "SC-0301、SC-0302"),
        Column(Towns),
        Column(Lead) with { Choices = [.. DirectoryWords.YesNo.Keys.Where(word => DirectoryWords.YesNo[word]).Take(1), .. DirectoryWords.YesNo.Keys.Where(word => !DirectoryWords.YesNo[word]).Take(1)] },
        Column(Duty, DirectoryWords.InChinese(DutyState.OnDuty)) with { Choices = [.. Enum.GetValues<DutyState>().Select(DirectoryWords.InChinese)] },
    ]);

    /// <summary>Fills the directory of inspectors [执法检查人员名录库].</summary>
    public static ImportKind Fills { get; } = new("Inspectors");

    /// <summary>Name of its sheet.</summary>
    internal static string Title => DirectoriesModule.Declared.Words["sheet.Inspectors"];

    /// <inheritdoc />
    public override ImportKind Kind => Fills;

    /// <inheritdoc />
    public override string SheetName => Title;

    internal override string ActCode => "inspectors.imported";

    /// <inheritdoc />
    public override SheetColumns Columns => Sheet;

    /// <inheritdoc />
    public override Right Right => Right.EditInspectors;

    /// <inheritdoc />
    protected override string KeyColumn => Certificate;

    /// <summary>An inspector as a row of its sheet.</summary>
    internal static IReadOnlyList<object?> Cells(Inspector i) =>
    [
        i.Name, i.Department.ChineseName, i.Certificate, i.CertificateUntil, Several(i.Qualifications), Several(i.Specialties), Several(i.ItemScope),
        Several(i.Towns.Select(Town.NameOf)), Sheet.All.Single(c => c.Header == Lead).Choices[i.MayLead ? 0 : 1], DirectoryWords.InChinese(i.Duty),
    ];

    /// <inheritdoc />
    protected internal override string KeyOf(Inspector row) => row.Certificate;

    /// <inheritdoc />
    protected override async Task<Func<SheetRow, Inspector?>> ReaderAsync(Actor actor, CancellationToken stop)
    {
        var items = await Db.ItemCodesAsync(stop);
        var homes = await Db.Inspectors.AsNoTracking().ToDictionaryAsync(i => i.Certificate, i => i.Department, StringComparer.Ordinal, stop);
        return row => Read(row, actor, items, homes);
    }

    /// <inheritdoc />
    protected internal override Inspector Merged(Inspector stored, Inspector row, Func<string, bool> has)
    {
        var before = InspectorContent.Of(stored);
        var content = InspectorContent.Of(row);
        return (content with
        {
            Qualifications = has(Qualifications) ? content.Qualifications : before.Qualifications,
            Specialties = has(Specialties) ? content.Specialties : before.Specialties,
            ItemScope = has(Items) ? content.ItemScope : before.ItemScope,
            Towns = has(Towns) ? content.Towns : before.Towns,
            MayLead = has(Lead) ? content.MayLead : before.MayLead,
            Duty = has(Duty) ? content.Duty : before.Duty,
        }).New(stored.Jurisdiction, stored.Id, stored.Number);
    }

    /// <inheritdoc />
    protected internal override async Task<IReadOnlyList<Inspector>> NumberedAsync(Actor actor, IReadOnlyList<Inspector> rows, CancellationToken stop)
    {
        var numbered = new List<Inspector>(rows.Count);
        foreach (var row in rows)
        {
            var number = await InspectorNumber.NextAsync(Db, row.Jurisdiction, row.Department, stop);
            var inspector = InspectorContent.Of(row).New(row.Jurisdiction, row.Id, number);
            inspector.Batch = row.Batch;
            numbered.Add(inspector);
        }

        return numbered;
    }

    private Inspector? Read(SheetRow row, Actor actor, HashSet<string> items, Dictionary<string, Department> homes)
    {
        var certificate = row.Code(Certificate, 40);
        var content = new InspectorContent
        {
            Name = row.Text(Name, 64),
            Department = DepartmentOf(row, actor, homes.TryGetValue(certificate, out var home) ? home : null),
            Certificate = certificate,
            CertificateUntil = row.Date(Until) ?? default,
            Qualifications = row.List(Qualifications),
            Specialties = row.List(Specialties),
            ItemScope = [.. row.List(Items).Select(SheetText.Code)],
            Towns = [.. row.List(Towns).Select(text => TownOf(row, actor.Jurisdiction, text)).OfType<string>().Distinct(StringComparer.Ordinal)],
            MayLead = row.Choice(Lead, DirectoryWords.YesNo) ?? false,
            Duty = row.Choice(Duty, DirectoryWords.Duties) ?? DutyState.OnDuty,
        };
        if (content.ItemScope.Where(code => !items.Contains(code)).ToArray() is { Length: > 0 } unknown)
        {
            row.Refuse(Items, Words, "inspector.items-unknown", string.Join('、', unknown));
        }

        return certificate.Length == 0 ? null : content.New(actor.Jurisdiction, Id<Inspector>.New(Db.Clock), "");
    }

    private static Department DepartmentOf(SheetRow row, Actor actor, Department? home)
    {
        var text = row.Text(Department);
        if (text.Length == 0)
        {
            return default;
        }

        if (!Access.Department.TryFind(text, out var department))
        {
            row.Refuse(Department, Words, "department.unknown", string.Join('、', Access.Department.All.Select(d => d.ChineseName)));
        }
        else if (!actor.May(Right.EditInspectors, department) || (home is { } old && !actor.May(Right.EditInspectors, old)))
        {
            row.Refuse(Department, Words, "department.other", string.Join('、', actor.DepartmentsFor(Right.EditInspectors).Select(d => d.ChineseName)));
        }

        return department;
    }

    private static string? TownOf(SheetRow row, Jurisdiction county, string text)
    {
        if (Town.Find(county, text) is { } town)
        {
            return town.Code;
        }

        row.Refuse(Towns, Words, "inspector.town-unknown", string.Join('、', Town.Of(county).Select(t => t.Name)));
        return null;
    }

    private static string Several(IEnumerable<string> values) => string.Join('、', values);

    private static SheetColumn Column(string header, string example = "", bool required = false) => new(header, required, Words["note." + header], example);
}
