using System.Text.RegularExpressions;

namespace DoubleRandom.Architecture.Tests;

/// <summary>A page or a part of one (.razor), a script or a stylesheet: how it is laid out and what it may not hold. Each fault is a sentence.</summary>
/// <param name="File">Path from the root of the repository.</param>
/// <param name="Text">What it holds.</param>
internal sealed partial record Markup(string File, string Text)
{
    private const string Imports = "_Imports.razor";

    public static IEnumerable<Markup> Pages => In("src", "*.razor").Concat(In("tests", "*.razor"));

    public static IEnumerable<Markup> ScriptsAndStyles => In("src", "*.js").Concat(In("src", "*.css"));

    private bool IsImports => Path.GetFileName(File) == Imports;

    /// <summary>What the code names: comments and usings are left out.</summary>
    private string Code => Comments().Replace(Usings().Replace(Text, ""), "");

    /// <summary>The namespace of what stands here, and those around it, which are seen without a using.</summary>
    private string Namespace => string.Join('.', Path.GetDirectoryName(File)!.Split('/', '\\').Skip(1));

    /// <summary>Tabs, blanks at the end of a line, carriage returns, a last line that does not end or is empty.</summary>
    public IEnumerable<string> Untidy()
    {
        foreach (var (line, text) in Lines())
        {
            foreach (var what in new[] { (text.Contains('\t', StringComparison.Ordinal), "a tab"), (text.Contains('\r', StringComparison.Ordinal), "a carriage return"), (text.TrimEnd('\r') is [.., ' ' or '\t'], "a blank at the end") }.Where(fault => fault.Item1))
            {
                yield return $"{File}, line {line}: {what.Item2}";
            }
        }

        if (!Text.EndsWith('\n') || Text.EndsWith("\n\n", StringComparison.Ordinal))
        {
            yield return $"{File}: the last line does not end, or is empty";
        }
    }

    /// <summary>A page is indented by twos, and its first line says what it is; the name of <c>_Imports.razor</c> says it.</summary>
    public IEnumerable<string> Unreadable()
    {
        if (!IsImports && !FirstLine().IsMatch(Text))
        {
            yield return $"{File}, line 1: no comment that says what this is";
        }

        foreach (var (line, _) in Lines().Where(line => (line.Text.Length - line.Text.TrimStart(' ').Length) % 2 != 0))
        {
            yield return $"{File}, line {line}: indented by an odd number of blanks";
        }
    }

    /// <summary>What the content policy would silently drop, a form that would be refused, and a picture nobody can hear.</summary>
    public IEnumerable<string> Forbidden() =>
        Found(StyleAttribute(), "style= is dropped by the content policy: name a class")
        .Concat(Found(Handler(), "a handler in the page is dropped by the content policy: write a script"))
        .Concat(Found(InlineScript(), "a script in the page is dropped by the content policy: name a file"))
        .Concat(Found(Picture(), "a picture without alt"))
        .Concat(Found(PostedForm(), "a posted form without <AntiforgeryToken />"));

    /// <summary>What is injected or opened to view and never named.</summary>
    /// <param name="pages">All pages, of which those below an <c>_Imports.razor</c> share its usings.</param>
    public IEnumerable<string> Idle(IReadOnlyList<Markup> pages)
    {
        var below = IsImports ? pages.Where(page => page.File.StartsWith(Folder, StringComparison.Ordinal)).ToArray() : [this];
        foreach (Match inject in Injected().Matches(Text))
        {
            if (!below.Any(page => Regex.IsMatch(Injected().Replace(page.Code, ""), $@"\b{inject.Groups["name"].Value}\b")))
            {
                yield return $"{At(inject)}: {inject.Groups["name"].Value} is injected and not used";
            }
        }

        var above = pages.Where(page => page.IsImports && page != this && File.StartsWith(page.Folder, StringComparison.Ordinal)).SelectMany(page => page.Opened()).Select(opened => opened.Namespace);
        var before = new HashSet<string>(above, StringComparer.Ordinal);
        foreach (var (at, opened) in Opened())
        {
            if (!before.Add(opened) || $"{Namespace}.".StartsWith($"{opened}.", StringComparison.Ordinal))
            {
                yield return $"{At(at)}: {opened} is open to view already";
            }
            else if (!below.Any(page => Namespaces.IsNamed(opened, page.Code)))
            {
                yield return $"{At(at)}: nothing of {opened} is named";
            }
        }
    }

    private string Folder => File[..^Path.GetFileName(File).Length];

    private static IEnumerable<Markup> In(string folder, string pattern) => TheTree.Files(folder, pattern)
        .Select(file => new Markup(file, System.IO.File.ReadAllText(Path.Combine(TheTree.Root, file))));

    private IEnumerable<(Match At, string Namespace)> Opened() => Usings().Matches(Text).Select(match => (match, match.Groups["namespace"].Value));

    private IEnumerable<string> Found(Regex fault, string what) => fault.Matches(RazorComments().Replace(Text, comment => Blank().Replace(comment.Value, " ")))
        .Select(match => $"{At(match)}: {what}");

    private string At(Match match) => $"{File}, line {Text.AsSpan(0, match.Index).Count('\n') + 1}";

    private IEnumerable<(int Line, string Text)> Lines() => Text.Split('\n').Select((text, at) => (at + 1, text));

    [GeneratedRegex(@"^@\* *\S")]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"\sstyle *=")]
    private static partial Regex StyleAttribute();

    [GeneratedRegex(@"\son[a-z]+ *= *[""']")]
    private static partial Regex Handler();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)")]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"<img(?![^>]*\salt=)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"<form\s[^>]*method=""post""(?:(?!</form>|<AntiforgeryToken).)*</form>", RegexOptions.Singleline)]
    private static partial Regex PostedForm();

    [GeneratedRegex(@"^@inject \S.* (?<name>\w+)$", RegexOptions.Multiline)]
    private static partial Regex Injected();

    [GeneratedRegex(@"^@using (?<namespace>[\w.]+)$", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComments();

    [GeneratedRegex(".")]
    private static partial Regex Blank();

    [GeneratedRegex(@"@\*.*?\*@|^\s*//.*?$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comments();
}
