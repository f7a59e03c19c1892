using DoubleRandom.Access;
using DoubleRandom.Imports;
using DoubleRandom.Sheets;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Items;

/// <summary>Imports the item list [导入事项清单]: each department its own items. What was published and changes becomes a draft again.</summary>
public sealed class ItemImport(SupervisionDb db) : ImportedKind<Item>(db)
{
    private const string Code = "事项编码";
    private const string Name = "事项名称";
    private const string Department = "检查部门";
    private const string Importance = "事项类别";
    private const string Cap = "比例上限";
    private const string Subjects = "检查对象";
    private const string Method = "检查方式";
    private const string Basis = "检查依据";
    private const string Content = "检查内容";
    private const string Qualification = "所需资质";
    private const string MostPerYear = "年度频次上限";
    private static new readonly Words Words = new(typeof(ItemImport));

    /// <summary>The columns of an item sheet.</summary>
    public static SheetColumns Sheet { get; } = new(
    [
        Column(Code, "SC-0301", required: true),
        Column(Name, "", required: true),
        Column(Department, Access.Department.MarketSupervision.ChineseName, required: true) with { Choices = [.. Access.Department.All.Select(d => d.ChineseName)] },
        Column(Importance, ItemWords.InChinese(Items.Importance.General), required: true) with { Choices = [ItemWords.InChinese(Items.Importance.General), ItemWords.InChinese(Items.Importance.Key)] },
        Column(Cap, "5%"),
        Column(Subjects, "", required: true),
        Column(Method, ItemWords.InChinese(InspectionMethod.OnSite)),
        Column(Basis, "", required: true),
        Column(Content, ""),
        Column(Qualification, ""),
        Column(MostPerYear, "1"),
    ]);

    /// <summary>Fills the item list [随机抽查事项清单].</summary>
    public static ImportKind Fills { get; } = new("Items");

    /// <summary>Name of its sheet.</summary>
    internal static string Title => ItemsModule.Declared.Words["sheet.Items"];

    /// <inheritdoc />
    public override ImportKind Kind => Fills;

    /// <inheritdoc />
    public override string SheetName => Title;

    internal override string ActCode => "items.imported";

    /// <inheritdoc />
    public override SheetColumns Columns => Sheet;

    /// <inheritdoc />
    public override Right Right => Right.EditItems;

    /// <inheritdoc />
    protected override string KeyColumn => Code;

    /// <summary>An item as a row of its sheet.</summary>
    internal static IReadOnlyList<object?> Cells(Item item) =>
    [
        item.Code, item.Name, item.Department.ChineseName, ItemWords.InChinese(item.Importance), item.Cap?.ToString(),
        Several(item.SubjectKinds.Select(ItemWords.InChinese).Concat(item.SubjectTags)), Several(item.Methods.Select(ItemWords.InChinese)),
        Several(item.Bases), item.Content, Several(item.Qualifications), item.MostPerYear,
    ];

    /// <inheritdoc />
    protected internal override string KeyOf(Item row) => row.Code;

    /// <inheritdoc />
    protected override async Task<Func<SheetRow, Item?>> ReaderAsync(Actor actor, CancellationToken stop)
    {
        var stored = await Db.Items.AsNoTracking().ToDictionaryAsync(i => i.Code, StringComparer.Ordinal, stop);
        return row => Read(row, actor, stored);
    }

    /// <inheritdoc />
    protected internal override Item Merged(Item stored, Item row, Func<string, bool> has)
    {
        var before = ItemContent.Of(stored);
        var content = ItemContent.Of(row);
        content = content with
        {
            Cap = has(Cap) ? content.Cap : before.Cap,
            Methods = has(Method) ? content.Methods : before.Methods,
            Content = has(Content) ? content.Content : before.Content,
            Qualifications = has(Qualification) ? content.Qualifications : before.Qualifications,
            MostPerYear = has(MostPerYear) ? content.MostPerYear : before.MostPerYear,
        };
        var item = New(stored.Jurisdiction, stored.Id, stored.Code, content);
        item.StandAs(stored);
        if (Db.Differ(stored, item))
        {
            item.BackToDraft();
        }

        return item;
    }

    private Item? Read(SheetRow row, Actor actor, Dictionary<string, Item> stored)
    {
        var code = row.Code(Code, 48);
        if (code.Length > 0 && !ItemContent.IsCode(code))
        {
            row.Refuse(Code, Words, "item.code");
        }

        var found = stored.GetValueOrDefault(code);
        if (found is { State: ItemState.Retired })
        {
            row.Refuse(Code, Words, "item.retired");
        }

        var (kinds, tags) = SubjectsOf(row.List(Subjects));
        var content = new ItemContent
        {
            Name = row.Text(Name, 200),
            Department = DepartmentOf(row, actor, found),
            Importance = row.Choice(Importance, ItemWords.Importances) ?? Items.Importance.Key,
            Cap = row.Percent(Cap),
            SubjectKinds = kinds,
            SubjectTags = tags,
            Methods = [.. row.List(Method).Select(word => MethodOf(row, word)).OfType<InspectionMethod>().Distinct()],
            Bases = row.List(Basis, 500),
            Content = row.Text(Content, 4000),
            Qualifications = row.List(Qualification),
            MostPerYear = row.Integer(MostPerYear, 1, 366),
        };
        JudgeCap(row, content, found);
        return code.Length == 0 ? null : New(actor.Jurisdiction, Id<Item>.New(Db.Clock), code, content);
    }

    private static void JudgeCap(SheetRow row, ItemContent content, Item? found)
    {
        var cap = row[Cap].Column > 0 ? content.Cap : found?.Cap;
        if (content.Importance == Items.Importance.General && cap is null && row.Faults.All(f => f.Column != Cap))
        {
            row.Refuse(Cap, Words, "item.cap-needed");
        }
        else if (cap is { Value: 0 })
        {
            row.Refuse(Cap, Words, "item.cap-zero");
        }
    }

    private static Department DepartmentOf(SheetRow row, Actor actor, Item? found)
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
        else if (!actor.May(Right.EditItems, department) || (found is not null && !actor.May(Right.EditItems, found.Department)))
        {
            row.Refuse(Department, Words, "department.other", string.Join('、', actor.DepartmentsFor(Right.EditItems).Select(d => d.ChineseName)));
        }

        return department;
    }

    /// <summary>A word that names a kind is a kind; any other is a tag that the subjects must carry.</summary>
    private static (IReadOnlyList<SubjectKind> Kinds, IReadOnlyList<string> Tags) SubjectsOf(IReadOnlyList<string> words) => (
        [.. words.Where(ItemWords.Kinds.ContainsKey).Select(word => ItemWords.Kinds[word]).Distinct()],
        [.. words.Where(word => !ItemWords.Kinds.ContainsKey(word))]);

    private static InspectionMethod? MethodOf(SheetRow row, string word)
    {
        if (ItemWords.Methods.TryGetValue(word, out var method))
        {
            return method;
        }

        row.Refuse(Method, Words, "item.method", string.Join('、', Enum.GetValues<InspectionMethod>().Select(ItemWords.InChinese)));
        return null;
    }

    private static Item New(Jurisdiction county, Id<Item> id, string code, ItemContent content) =>
        new() { Jurisdiction = county, Id = id, Code = code, Says = content };

    private static string Several(IEnumerable<string> values) => string.Join('、', values);

    private static SheetColumn Column(string header, string example, bool required = false) => new(header, required, Words["note." + header], example);
}
