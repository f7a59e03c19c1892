namespace DoubleRandom.Directories;

/// <summary>The words that sheets, pages and exports use for the directories' closed lists.</summary>
public static class DirectoryWords
{
    private static readonly Words Words = new(typeof(DirectoryWords));

    /// <summary>Registration states, with the words registers also write.</summary>
    public static IReadOnlyDictionary<string, RegistrationState> States { get; } = Chinese<RegistrationState>();

    /// <summary>Risk classes.</summary>
    public static IReadOnlyDictionary<string, RiskClass> Risks { get; } = Chinese<RiskClass>();

    /// <summary>States of duty.</summary>
    public static IReadOnlyDictionary<string, DutyState> Duties { get; } = Chinese<DutyState>();

    /// <summary>是 and 否.</summary>
    public static IReadOnlyDictionary<string, bool> YesNo { get; } = new[] { true, false }
        .SelectMany(value => Words.InChinese("Yes." + value).Split('|').Select(word => (word, value)))
        .ToDictionary(pair => pair.word, pair => pair.value, StringComparer.Ordinal);

    /// <summary>The word of a value in the language of the present request.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Words[Key(value)].Split('|')[0];

    /// <summary>是 or 否, in the language of the present request.</summary>
    public static string Of(bool value) => Words["Yes." + value].Split('|')[0];

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
