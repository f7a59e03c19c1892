using System.Collections;
using System.Globalization;
using System.Resources;

namespace DoubleRandom;

/// <summary>
/// The sentences one type speaks to people: Chinese from <c>Type.restext</c>, English from <c>Type.en.restext</c>, both beside the type.
/// </summary>
/// <param name="speaker">The type whose full name is also the name of its resource.</param>
public sealed class Words(Type speaker)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    private readonly ResourceManager resources = new(speaker.FullName!, speaker.Assembly);

    /// <summary>The sentence in the language of the present request: English when it was asked for, else Chinese.</summary>
    public string this[string key] => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? InEnglish(key) : InChinese(key);

    /// <summary>The sentence in the language of the present request, or null where none was written for the key.</summary>
    public string? Find(string key) => resources.GetString(key, Chinese) is null ? null : this[key];

    /// <summary>The keys that begin so, each of which has a Chinese sentence, in ordinal order; none where the type has no words.</summary>
    public IReadOnlyList<string> KeysUnder(string beginning) =>
        speaker.Assembly.GetManifestResourceInfo(speaker.FullName + ".resources") is null
        || resources.GetResourceSet(Chinese, createIfNotExists: true, tryParents: true) is not { } all
            ? []
            : [.. all.Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Where(key => key.StartsWith(beginning, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The sentence with its gaps filled, in the language of the present request.</summary>
    public string Say(string key, params object?[] gaps) =>
        string.Format(CultureInfo.CurrentCulture, this[key], gaps);

    /// <summary>The Chinese sentence, its gaps filled.</summary>
    /// <exception cref="InvalidOperationException">The key has no Chinese sentence: a bug.</exception>
    public string InChinese(string key, params object?[] gaps)
    {
        var sentence = resources.GetString(key, Chinese)
            ?? throw new InvalidOperationException($"{speaker.FullName} has no sentence '{key}'.");
        return gaps.Length == 0 ? sentence : string.Format(Chinese, sentence, gaps);
    }

    /// <summary>The English sentence, its gaps filled; the Chinese one where no English was written.</summary>
    public string InEnglish(string key, params object?[] gaps)
    {
        var sentence = resources.GetString(key, English) ?? InChinese(key);
        return gaps.Length == 0 ? sentence : string.Format(English, sentence, gaps);
    }

    /// <summary>What fills a gap with a word of this type, in the language of the sentence around it.</summary>
    public IFormattable Gap(string key) => new WordGap(this, key);

    /// <summary>An expected no in both languages.</summary>
    /// <param name="code">Stable code, also the key of its sentence, e.g. <c>plan.already-published</c>.</param>
    /// <param name="article">The rule it rests on as docs/regulations.md names it (R1–R41), or null for a rule of the software.</param>
    /// <param name="gaps">What fills the sentence's gaps.</param>
    public Refusal Refuse(string code, string? article, params object?[] gaps) =>
        new(code, InChinese(code, gaps), InEnglish(code, gaps), article);

    private sealed record WordGap(Words Words, string Key) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) =>
            ReferenceEquals(formatProvider, English) ? Words.InEnglish(Key) : Words.InChinese(Key);
    }
}
