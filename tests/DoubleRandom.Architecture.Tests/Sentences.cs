namespace DoubleRandom.Architecture.Tests;

/// <summary>The Chinese sentences of one type (.restext), by their keys, and the line each stands in.</summary>
/// <param name="File">Path from the root of the repository.</param>
/// <param name="Keys">The keys, each with its line.</param>
internal sealed record Sentences(string File, IReadOnlyDictionary<string, int> Keys)
{
    public static IEnumerable<Sentences> All => TheTree.Files("src", "*.restext")
        .Where(file => !file.EndsWith(".en.restext", StringComparison.Ordinal))
        .Select(file => Of(file, System.IO.File.ReadAllLines(Path.Combine(TheTree.Root, file))));

    /// <summary>The simple name of the type that says them.</summary>
    public string Speaker => Path.GetFileNameWithoutExtension(File);

    public static Sentences Of(string file, params string[] lines) => new(file, lines.Index()
        .Where(line => line.Item.Length > 0 && line.Item[0] is not ('#' or ';' or '[') && line.Item.Contains('=', StringComparison.Ordinal))
        .ToDictionary(line => line.Item.Split('=')[0].Trim(), line => line.Index + 1, StringComparer.Ordinal));

    /// <summary>
    /// Keys that nobody says: no source that names the speaker or lies beside its sentences mentions the key or composes keys of which it could be
    /// one, and none that is given sentences by others may.
    /// </summary>
    public IEnumerable<string> Unsaid(IReadOnlyCollection<Saying> sources)
    {
        var near = sources.Where(source => source.Names(Speaker) || Path.GetDirectoryName(source.File) == Path.GetDirectoryName(File)).ToArray();
        return Keys.Where(key => !near.Any(source => source.Mentions(key.Key)) && !sources.Any(source => source.MayMention(key.Key)))
            .Select(key => $"{File}, line {key.Value}: nobody says {key.Key}");
    }
}
