using DoubleRandom.Access;
using DoubleRandom.Items;

namespace DoubleRandom.Testing;

/// <summary>An item with lawful defaults, written through the product.</summary>
public sealed class AnItem(string code)
{
    private ItemContent content = new()
    {
        Name = "食品销售监督检查",
        Department = Department.Parse(code[..2], null),
        Importance = Importance.General,
        Cap = BasisPoints.Of(500),
        SubjectKinds = [SubjectKind.Enterprise, SubjectKind.Individual],
        Methods = [InspectionMethod.OnSite],
        Bases = ["《中华人民共和国食品安全法》第一百一十条"],
        Content = "经营资质、进货查验",
    };

    /// <summary>The item's content as it would be written.</summary>
    public ItemContent Content => content;

    /// <summary>An item whose code starts with its department's, e.g. <c>SC-0301</c>.</summary>
    public static AnItem Coded(string code) => new(code);

    /// <summary>The same with something else in it.</summary>
    public AnItem With(Func<ItemContent, ItemContent> change)
    {
        content = change(content);
        return this;
    }

    /// <summary>Adds it as a draft.</summary>
    public async Task<Item> DraftedAsync(TestCounty county)
    {
        var id = await county.AskAsync((AddItem a) => a.RunAsync(TestCounty.As(Role.DepartmentClerk, content.Department.Code), code, content));
        return (await county.AskAsync((ItemReader r) => r.FindAsync(id.Value)))!;
    }

    /// <summary>Adds and publishes it.</summary>
    public async Task<Item> PublishedAsync(TestCounty county)
    {
        var item = await DraftedAsync(county);
        var verdicts = await county.AskAsync((PublishItem p) => p.RunAsync(TestCounty.As(Role.DepartmentHead, content.Department.Code), [new(item.Id, item.Version)]));
        return verdicts.Value[0].Refusal is { } no
            ? throw new InvalidOperationException(no.InEnglish)
            : (await county.AskAsync((ItemReader r) => r.FindAsync(item.Id)))!;
    }
}
