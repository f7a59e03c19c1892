using System.Globalization;
using DoubleRandom.Web.Frame.Requests;

namespace DoubleRandom.Web.Frame;

/// <summary>The words of the design system itself, and how days, times and numbers are said.</summary>
public static class Say
{
    private static readonly Words Words = new(typeof(Say));

    /// <summary>The language of this page as its <c>lang</c> attribute names it.</summary>
    public static string Language => InEnglish ? ChosenLanguage.English : ChosenLanguage.Chinese;

    /// <summary>Whether this page is read in English.</summary>
    public static bool InEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>A word of the design system.</summary>
    public static string It(string key, params object?[] gaps) => gaps.Length == 0 ? Words[key] : Words.Say(key, gaps);

    /// <summary>A refusal in the language of this page.</summary>
    public static string It(Refusal refusal) => InEnglish ? refusal.InEnglish : refusal.Because;

    /// <summary>A day: 2026年3月5日.</summary>
    public static string Date(DateOnly day) => day.ToString(Words["date"], CultureInfo.InvariantCulture);

    /// <summary>A day, or a dash where there is none.</summary>
    public static string Date(DateOnly? day) => day is { } known ? Date(known) : None;

    /// <summary>An instant on the clocks of Asia/Shanghai: 2026年3月5日 09:30.</summary>
    public static string Time(DateTimeOffset instant) => instant.InShanghai().ToString(Words["time"], CultureInfo.InvariantCulture);

    /// <summary>An instant, or a dash where there is none.</summary>
    public static string Time(DateTimeOffset? instant) => instant is { } known ? Time(known) : None;

    /// <summary>A number with its thousands apart: 40,000.</summary>
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number with what it counts: 40,000 户.</summary>
    /// <param name="number">How many.</param>
    /// <param name="unit">The key of the unit: <c>rows</c>, <c>households</c>, <c>people</c>.</param>
    public static string Number(long number, string unit) => $"{Number(number)} {It("unit." + unit)}";

    /// <summary>What stands where nothing is known.</summary>
    public const string None = "—";
}
