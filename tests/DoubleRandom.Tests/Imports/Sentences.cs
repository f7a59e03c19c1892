using System.Collections;
using System.Globalization;
using System.Resources;
using DoubleRandom.Imports;
using DoubleRandom.Sheets;

namespace DoubleRandom.Tests.Imports;

/// <summary>Whatever is said in Chinese is said in English, with the same gaps.</summary>
public sealed class Sentences
{
    public static TheoryData<Type> Speakers() => [typeof(SheetFile), typeof(SheetRow), typeof(RejectedRows), typeof(Template)];

    private static Dictionary<string, string> In(Type speaker, string culture) =>
        new ResourceManager(speaker.FullName!, speaker.Assembly)
            .GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static string Gaps(string sentence) =>
        string.Concat(Enumerable.Range(0, 6).Where(i => sentence.Contains($"{{{i}}}", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Speakers))]
    public void Both_languages_say_the_same(Type speaker)
    {
        var chinese = In(speaker, "");
        var english = In(speaker, "en");
        english.Keys.Order().ShouldBe(chinese.Keys.Order());
        chinese.Keys.Where(k => Gaps(chinese[k]) != Gaps(english[k])).ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_says_what_is_expected_and_how_to_mend_it()
    {
        var keys = In(typeof(SheetRow), "").Keys.Where(k => k.StartsWith("cell.", StringComparison.Ordinal)).ToList();
        keys.Select(k => k[..k.LastIndexOf('.')]).CountBy(r => r).Where(r => r.Value != 2).ShouldBeEmpty();
    }
}
