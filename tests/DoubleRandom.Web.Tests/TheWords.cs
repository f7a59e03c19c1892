using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Tests;

/// <summary>Everything the web says to people, in both languages.</summary>
public sealed partial class TheWords
{
    [Fact]
    public void Every_sentence_has_its_twin_in_the_other_language()
    {
        var speakers = Speakers();
        speakers.ShouldContain(typeof(Say).FullName!);
        foreach (var speaker in speakers)
        {
            Keys(speaker, "en").ShouldBe(Keys(speaker, ""), ignoreOrder: true, speaker);
        }
    }

    [Fact]
    public void Every_key_a_page_asks_for_has_a_sentence()
    {
        var missing = new List<string>();
        var web = Path.Combine(TheSource.Root, "src", "DoubleRandom.Web");
        foreach (var file in Directory.EnumerateFiles(web, "*.*", SearchOption.AllDirectories).Where(IsSource))
        {
            var text = File.ReadAllText(file);
            var own = Path.ChangeExtension(file, ".restext");
            missing.AddRange(Missing(file, OwnKey().Matches(text), own));
            missing.AddRange(Missing(file, DesignKey().Matches(text), Path.Combine(web, "Frame", "Say.restext")));
        }

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_sentence_is_said_somewhere()
    {
        var source = new SaidIn(Path.Combine(TheSource.Root, "src"));

        source.NeverSaid().ShouldBeEmpty();
    }

    [Fact]
    public void Days_and_times_are_said_as_the_county_says_them()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        Say.Date(new DateOnly(2026, 3, 5)).ShouldBe("2026年3月5日");
        Say.Time(new DateTimeOffset(2026, 3, 4, 16, 5, 0, TimeSpan.Zero)).ShouldBe("2026年3月5日 00:05");
        Say.Date(null).ShouldBe("—");
        Say.Number(40_000).ShouldBe("40,000");
    }

    internal static bool IsSource(string file) =>
        (file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
        && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static IEnumerable<string> Missing(string file, MatchCollection keys, string resource)
    {
        if (keys.Count == 0 || !File.Exists(resource))
        {
            return []; // words of another type, which that type's own file proves
        }

        var known = File.ReadAllLines(resource).Select(line => line.Split('=')[0].Trim()).ToHashSet(StringComparer.Ordinal);
        return keys.Select(match => match.Groups["key"].Value).Where(key => !known.Contains(key)).Select(key => $"{file}: {key}");
    }

    private static List<string> Speakers() =>
        [.. typeof(Say).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".resources", StringComparison.Ordinal))
            .Select(name => name[..^".resources".Length])];

    private static List<string> Keys(string speaker, string language)
    {
        var set = new ResourceManager(speaker, typeof(Say).Assembly).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        return set is null ? [] : [.. set.Cast<DictionaryEntry>().Select(entry => (string)entry.Key)];
    }

    [GeneratedRegex("""\bWords(?:\[|\.Say\(|\.InChinese\(|\.InEnglish\()"(?<key>[^"]+)"(?=[\],)])""")]
    private static partial Regex OwnKey();

    [GeneratedRegex("""\bSay\.It\("(?<key>[^"]+)"(?=[,)])""")]
    private static partial Regex DesignKey();
}
