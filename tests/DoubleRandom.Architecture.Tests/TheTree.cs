namespace DoubleRandom.Architecture.Tests;

public sealed class TheTree
{
    private static readonly string[] Forbidden =
        ["Core", "Common", "Shared", "Application", "Infrastructure", "Models", "Services", "Helpers", "Dtos", "Utils"];

    /// <summary>The folder of the repository.</summary>
    internal static readonly string Root = FindRoot();

    [Fact]
    public void No_folder_has_a_name_that_says_nothing() =>
        Sources("*").Select(Path.GetDirectoryName).Distinct()
            .Where(folder => folder!.Split(Path.DirectorySeparatorChar).Any(Forbidden.Contains))
            .ShouldBeEmpty();

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Sources("*.cs").Concat(Sources("*.razor"))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (File: file, Lines: File.ReadLines(Path.Combine(Root, file)).Count()))
            .Where(file => file.Lines > 300)
            .ShouldBeEmpty();

    /// <summary>Rooms past 25 files, with how many they have: the list may only shrink, and a number only fall.</summary>
    private static readonly Dictionary<string, int> LargeRooms = new()
    {
        ["src/DoubleRandom.Web/wwwroot/verify"] = 56, // the browser's verifier: its modules have addresses, and name one another by them
    };

    [Fact]
    public void A_room_past_25_files_has_sub_rooms() => LargerThanKnown(Sources("*.cs").Concat(Sources("*.razor")).Concat(Sources("*.js")), LargeRooms).ShouldBeEmpty();

    [Fact]
    public void A_room_past_its_bound_is_found_and_one_that_shrank_is_struck_off()
    {
        var cellar = Enumerable.Range(1, 26).Select(i => $"src/DoubleRandom/Cellar/Barrel{i}.cs").ToArray();
        LargerThanKnown(cellar, []).ShouldBe(["src/DoubleRandom/Cellar has 26 files; past 25 it wants sub-rooms"]);
        LargerThanKnown(cellar, new() { ["src/DoubleRandom/Cellar"] = 26 }).ShouldBeEmpty();
        LargerThanKnown(cellar[..20], new() { ["src/DoubleRandom/Cellar"] = 26 }).ShouldBe(["src/DoubleRandom/Cellar has 20 files: take it off the list of large rooms"]);
    }

    private static IEnumerable<string> LargerThanKnown(IEnumerable<string> files, Dictionary<string, int> known)
    {
        const int Most = 25;
        var rooms = files.GroupBy(file => Path.GetDirectoryName(file)!.Replace(Path.DirectorySeparatorChar, '/'), StringComparer.Ordinal)
            .ToDictionary(room => room.Key, room => room.Count(), StringComparer.Ordinal);
        return rooms.Where(room => room.Value > Math.Max(Most, known.GetValueOrDefault(room.Key))).OrderBy(room => room.Key, StringComparer.Ordinal)
            .Select(room => $"{room.Key} has {room.Value} files; past {Most} it wants sub-rooms")
            .Concat(known.Where(room => rooms.GetValueOrDefault(room.Key) < room.Value)
                .Select(room => $"{room.Key} has {rooms.GetValueOrDefault(room.Key)} files: {(rooms.GetValueOrDefault(room.Key) > Most ? "write down the smaller number" : "take it off the list of large rooms")}"));
    }

    [Fact]
    public void Chinese_sentences_for_people_have_an_english_sister() =>
        Sources("*.restext").Where(file => !file.EndsWith(".en.restext", StringComparison.Ordinal))
            .SelectMany(file => Missing(file, file.Replace(".restext", ".en.restext", StringComparison.Ordinal)))
            .ShouldBeEmpty();

    private static IEnumerable<string> Missing(string chinese, string english)
    {
        var known = File.Exists(Path.Combine(Root, english)) ? Keys(english) : [];
        return Keys(chinese).Except(known).Select(key => $"{english}: {key}");
    }

    private static HashSet<string> Keys(string file) => [.. File.ReadLines(Path.Combine(Root, file))
        .Where(line => line.Length > 0 && line[0] is not ('#' or ';' or '[') && line.Contains('=', StringComparison.Ordinal))
        .Select(line => line[..line.IndexOf('=', StringComparison.Ordinal)].Trim())];

    private static IEnumerable<string> Sources(string pattern) => new[] { "src", "tests", "bench" }
        .Where(Has)
        .SelectMany(folder => Files(folder, pattern));

    /// <summary>The files below a folder, by their paths from the root; what a build has made is left out.</summary>
    internal static IEnumerable<string> Files(string folder, string pattern, SearchOption depth = SearchOption.AllDirectories) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, depth)
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    /// <summary>Whether there is a file or folder at this path from the root.</summary>
    internal static bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DoubleRandom.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("DoubleRandom.slnx stands above no folder.");
        }

        return folder;
    }
}
