namespace DoubleRandom.Items;

/// <summary>The words that sheets, pages and exports use for the item list's closed lists.</summary>
public static class ItemWords
{
    private static readonly Words Words = new(typeof(ItemWords));

    /// <summary>重点 and 一般, with the longer words offices also write.</summary>
    public static IReadOnlyDictionary<string, Importance> Importances { get; } = Chinese<Importance>();

    /// <summary>Kinds of subject, with the shorter words offices also write.</summary>
    public static IReadOnlyDictionary<string, SubjectKind> Kinds { get; } = Chinese<SubjectKind>();

    /// <summary>Methods, with the older words offices also write.</summary>
    public static IReadOnlyDictionary<string, InspectionMethod> Methods { get; } = Chinese<InspectionMethod>();

    /// <summary>The word of a value in the language of the present request.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Words[Key(value)].Split('|')[0];

    /// <summary>The Chinese word, as sheets carry it.</summary>
    public static string InChinese<T>(T value)
        where T : struct, Enum => Words.InChinese(Key(value)).Split('|')[0];

    private static Dictionary<string, T> Chinese<T>()
        where T : struct, Enum => Enum.GetValues<T>()
            .SelectMany(value => Words.InChinese(Key(value)).Split('|').Select(word => (word, value)))
            .ToDictionary(pair => pair.word, pair => pair.value, StringComparer.Ordinal);

    private static string Key<T>(T value)
        where T : struct, Enum => $"{typeof(T).Name}.{value}";
}
