using System.Reflection;
using System.Text.RegularExpressions;

namespace DoubleRandom.Architecture.Tests;

/// <summary>What the code has under a simple name, whatever its namespace: types and members in src, classes in tests, projects, addresses.</summary>
internal static partial class CodeNames
{
    private const BindingFlags Any =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;

    private static readonly string[] Assemblies =
        ["DoubleRandom.Verifiable", "DoubleRandom.Words", "DoubleRandom", "DoubleRandom.Web", "DoubleRandom.Verifier", "DoubleRandom.Cli"];

    private static readonly ILookup<string, Type> Types = Assemblies
        .SelectMany(name => Assembly.Load(name).GetTypes())
        .ToLookup(type => type.Name.Split('`')[0], StringComparer.Ordinal);

    private static readonly HashSet<string> Addresses = [.. TheTree.Files("src/DoubleRandom.Web", "*.razor").Concat(TheTree.Files("src/DoubleRandom.Web", "*.cs"))
        .SelectMany(file => Address().Matches(File.ReadAllText(Path.Combine(TheTree.Root, file))))
        .Select(match => Bare(match.Groups["address"].Value))];

    private static readonly ILookup<string, string> TestClasses = TheTree.Files("tests", "*.cs")
        .SelectMany(file => Class().Matches(File.ReadAllText(Path.Combine(TheTree.Root, file))).Select(match => (Project: file.Split(Path.DirectorySeparatorChar)[1], Name: match.Groups["name"].Value)))
        .ToLookup(found => found.Project, found => found.Name, StringComparer.Ordinal);

    /// <summary>A project by its folder, an address of the site, a type, or a member of a type: <c>Draw</c>, <c>Draw.Attempt</c>.</summary>
    public static bool InSource(string name) => name.StartsWith('/') ? Addresses.Contains(Bare(name))
        : TheTree.Has("src/" + name) || (name.Split('.') is [var type, .. var members] && Types[type].Any(found => Has(found, members)));

    /// <summary>A class of a test project, or the project itself: <c>Verifiable.Tests</c>.</summary>
    /// <param name="project">As a book writes it: <c>Web</c>, <c>Verifiable.Tests</c>; any other word stands for the tests of the product.</param>
    /// <param name="name">The class.</param>
    public static bool InTests(string project, string name) => TestClasses[TestProject(project) ?? "DoubleRandom.Tests"].Contains(name);

    /// <summary>The folder of the test project that a word stands for; null for any other word.</summary>
    public static string? TestProject(string word) =>
        word.Length > 0 && "DoubleRandom." + word + (word.EndsWith(".Tests", StringComparison.Ordinal) ? "" : ".Tests") is var project && TheTree.Has("tests/" + project) ? project : null;

    private static bool Has(Type type, string[] members) => members switch
    {
        [] => true,
        [var last] => type.GetMember(last, Any).Length > 0,
        [var nested, .. var rest] => type.GetNestedType(nested, Any) is { } inner && Has(inner, rest),
    };

    /// <summary>An address without the kinds of its gaps, in small letters: <c>/visits/{Id:guid}</c> is <c>/visits/{id}</c>.</summary>
    private static string Bare(string address) => Kind().Replace(address, "").ToLowerInvariant();

    [GeneratedRegex(@"""(?<address>/[^""\s]*)""")]
    private static partial Regex Address();

    [GeneratedRegex("(?<={[^{}]*):[^{}]*(?=})")]
    private static partial Regex Kind();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|sealed|static|abstract|partial|file) )*class (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Class();
}
