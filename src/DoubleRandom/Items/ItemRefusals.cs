namespace DoubleRandom.Items;

/// <summary>Every expected no about an item as a whole.</summary>
internal static class ItemRefusals
{
    private static readonly Words Words = new(typeof(ItemRefusals));

    public static Refusal Unknown() => Words.Refuse("item.unknown", null);

    public static Refusal CodeTaken(string code, string name) => Words.Refuse("item.code-taken", null, code, name).At(nameof(Item.Code));

    public static Refusal PublishedAlready(Item item) => Words.Refuse("item.published-already", null, item.Code);

    public static Refusal NotPublished(Item item) => Words.Refuse("item.not-published", null, item.Code);

    public static Refusal RetiredAlready(Item item) => Words.Refuse("item.retired-already", null, item.Code);

    public static Refusal Retired(Item item) => Words.Refuse("item.retired", null, item.Code);

    public static Refusal ContentNeeded() => Words.Refuse("item.content-needed", "R3");
}
