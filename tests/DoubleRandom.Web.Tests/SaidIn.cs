using System.Text.RegularExpressions;
using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Tests;

/// <summary>
/// Which sentences the source can say. A key is said when it stands in the source as it is; when it is made of a part that stands there as
/// the beginning or end of a key and a part that stands there as a text or name (<c>"act." + line.Act</c>, <c>$"{rule}.mend"</c>); or when
/// it is the word of a closed list.
/// </summary>
internal sealed partial class SaidIn
{
    private static readonly HashSet<string> Values = new(
        Enums().SelectMany(Enum.GetNames).Concat(new[] { ItemImport.Fills, SubjectImport.Fills, InspectorImport.Fills }.Select(kind => kind.Code)), StringComparer.Ordinal);

    /// <summary>Names of closed lists, and the fields by which the trail names their values.</summary>
    private static readonly HashSet<string> Lists = new(Enums().Select(list => list.Name).Concat(["State", "Role", "Kind"]), StringComparer.Ordinal);

    private readonly string root;
    private readonly string text;
    private readonly HashSet<string> names;

    public SaidIn(string root)
    {
        this.root = root;
        text = string.Join('\n', Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories).Where(TheWords.IsSource).Select(file => Remark().Replace(File.ReadAllText(file), "")));
        names = [.. Name().Matches(text).Select(match => match.Value)];
    }

    /// <summary>Every key that is not said, with its file.</summary>
    public IReadOnlyList<string> NeverSaid() =>
        [.. Directory.EnumerateFiles(root, "*.restext", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".en.restext", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => line.Contains('=', StringComparison.Ordinal)).Select(line => line.Split('=')[0].Trim())
                .Where(key => !IsSaid(key, Path.GetFileNameWithoutExtension(file))).Select(key => $"{Path.GetRelativePath(root, file)}: {key}"))];

    private bool IsSaid(string key, string speaker) => Stands(key) || IsValue(key, speaker) || Parts(key).Any(part =>
        ((text.Contains($"\"{part.Head}\"", StringComparison.Ordinal) || text.Contains($"\"{part.Head}{{", StringComparison.Ordinal)) && IsNamed(part.Tail))
        || ((text.Contains($"\"{part.Tail}\"", StringComparison.Ordinal) || text.Contains($"}}{part.Tail}\"", StringComparison.Ordinal)) && IsNamed(part.Head)));

    /// <summary>The key cut at each dot and hyphen, which stays with either part: <c>act.</c> and <c>item.added</c>, <c>item</c> and <c>.mend</c>.</summary>
    private static IEnumerable<(string Head, string Tail)> Parts(string key)
    {
        for (var i = 1; i < key.Length - 1; i++)
        {
            if (key[i] is '.' or '-')
            {
                yield return (key[..(i + 1)], key[(i + 1)..]);
                yield return (key[..i], key[i..]);
            }
        }
    }

    private bool Stands(string key) => text.Contains($"\"{key}\"", StringComparison.Ordinal);

    private bool IsNamed(string part) => Stands(part) || names.Contains(part);

    /// <summary><c>RiskClass.A</c> anywhere; the bare value only where the whole resource is the words of one closed list.</summary>
    private static bool IsValue(string key, string speaker) => key.Split('.') switch
    {
        [var list, var value] => Lists.Contains(list) && Values.Contains(value),
        [var value] => speaker is "Disposals" or "ResultCodes" && Values.Contains(value),
        _ => false,
    };

    private static IEnumerable<Type> Enums() => new[] { typeof(Role).Assembly, typeof(Say).Assembly }.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsEnum);

    /// <summary>A remark for the reader says nothing to people.</summary>
    [GeneratedRegex("""^\s*///.*$""", RegexOptions.Multiline)]
    private static partial Regex Remark();

    [GeneratedRegex("""\w+""")]
    private static partial Regex Name();
}
