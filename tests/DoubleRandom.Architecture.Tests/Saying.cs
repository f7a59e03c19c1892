using System.Text.RegularExpressions;

namespace DoubleRandom.Architecture.Tests;

/// <summary>A source that says sentences by their keys: <c>Words["saved"]</c>, <c>PlanText.Words.Say("state." + state)</c>.</summary>
/// <param name="File">Path from the root of the repository.</param>
/// <param name="Text">What it holds.</param>
internal sealed partial record Saying(string File, string Text)
{
    private readonly HashSet<string> words = [.. Word().Matches(Text).Select(match => match.Value)];

    private readonly HashSet<string> quoted = [.. Quoted().Matches(Text).Select(match => match.Groups["key"].Value)];

    private readonly Regex[] composed =
    [
        .. Beginning().Matches(Text).Select(match => new Regex($"^{Regex.Escape(match.Groups["key"].Value)}.")),
        .. Ending().Matches(Text).Select(match => new Regex($".{Regex.Escape(match.Groups["key"].Value)}$")),
        .. Filled().Matches(Text).Select(match => Gap().Split(match.Groups["key"].Value))
            .Where(parts => parts.Any(part => part.Any(char.IsAsciiLetter)))
            .Select(parts => new Regex($"^{string.Join(".+", parts.Select(Regex.Escape))}$")),
    ];

    public static IEnumerable<Saying> All => TheTree.Files("src", "*.cs").Concat(TheTree.Files("src", "*.razor"))
        .Where(file => !file.Contains("Migrations", StringComparison.Ordinal))
        .Select(file => new Saying(file, System.IO.File.ReadAllText(Path.Combine(TheTree.Root, file))));

    public bool Names(string type) => words.Contains(type);

    /// <summary>Whether it says this key, or composes keys of which this could be one, or names the member of a closed list whose key it is.</summary>
    public bool Mentions(string key) => quoted.Contains(key) || IsMember(key) || Composes(key);

    /// <summary>Whether it may say this key of sentences that it does not know by name: it is given them by others, or has the closed list.</summary>
    public bool MayMention(string key) => key.Contains('.', StringComparison.Ordinal) && (IsMember(key) || (Given().IsMatch(Text) && Composes(key)));

    /// <summary>Keys said here that the sentences of the type they are asked of do not have.</summary>
    public IEnumerable<string> Unwritten(ILookup<string, Sentences> sentences)
    {
        var speakers = Declared().Matches(Text).ToLookup(match => match.Groups["name"].Value, match => match.Groups["type"].Value, StringComparer.Ordinal);
        foreach (Match call in Called().Matches(Text))
        {
            var speaker = call.Groups["type"].Success ? call.Groups["type"].Value : speakers[call.Groups["name"].Value].FirstOrDefault();
            if (speaker is null || !sentences.Contains(speaker))
            {
                continue;
            }

            var keys = sentences[speaker].SelectMany(file => file.Keys.Keys).ToHashSet(StringComparer.Ordinal);
            foreach (var missing in Asked(FirstArgument(call.Index + call.Length)).Where(asked => !keys.Any(asked.Matches)))
            {
                yield return $"{File}, line {Text.AsSpan(0, call.Index).Count('\n') + 1}: {speaker} has no sentence {missing.Shown}";
            }
        }
    }

    /// <summary>Whether the key is <c>Member</c> or <c>Type.Member</c> of a closed list that this source names.</summary>
    private bool IsMember(string key) => key.Split('.').All(part => part.Length > 0 && char.IsAsciiLetterUpper(part[0]) && words.Contains(part));

    private bool Composes(string key) => composed.Any(pattern => pattern.IsMatch(key));

    private static IEnumerable<Key> Asked(string expression) => Quoted().Matches(expression)
        .Select(match => (Key: match.Groups["key"].Value, Before: expression[..(match.Index - 1)].TrimEnd(), After: expression[(match.Index + match.Length + 1)..].TrimStart()))
        .Select(found => new Key(found.Key, found.Before.EndsWith('+'), found.After.StartsWith('+'), IsWhole(found.Before)))
        .Where(key => key.IsEnding || key.IsBeginning || key.IsWhole);

    /// <summary>Whether what stands before a quoted text makes it a key: nothing, or a choice that nothing is joined to.</summary>
    private static bool IsWhole(string before) =>
        !before.Contains('+', StringComparison.Ordinal) && (before is "" or [.., '?' or ':'] || before.EndsWith("=>", StringComparison.Ordinal));

    /// <summary>The text from a place to where the argument that begins there ends.</summary>
    private string FirstArgument(int from)
    {
        var (depth, isQuoted) = (0, false);
        for (var at = from; at < Text.Length; at++)
        {
            isQuoted ^= Text[at] == '"';
            if (!isQuoted && ((depth == 0 && Text[at] is ')' or ']' or ',') || (depth += Text[at] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 }) < 0))
            {
                return Text[from..at];
            }
        }

        return "";
    }

    /// <summary>A key, or the part of one that a source gives.</summary>
    private sealed record Key(string Part, bool IsEnding, bool IsBeginning, bool IsWhole)
    {
        public string Shown => (IsEnding ? "…" : "") + Part + (IsBeginning ? "…" : "");

        public bool Matches(string key) => IsEnding && IsBeginning ? key.Contains(Part, StringComparison.Ordinal)
            : IsEnding ? key.EndsWith(Part, StringComparison.Ordinal)
            : IsBeginning ? key.StartsWith(Part, StringComparison.Ordinal)
            : key == Part;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<="")(?<key>[\w.-]+)(?="")")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"""(?<key>[\w.-]+)""\s*\+")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\+\s*""(?<key>[\w.-]+)""")]
    private static partial Regex Ending();

    [GeneratedRegex(@"\$""(?<key>[\w.-]*(?:\{[^{}""]+\}[\w.-]*)+)""")]
    private static partial Regex Filled();

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\bWords \w+[,)]|\bFunc<string, string\?> \w+[,)]|\bProductModule\.Find\b")]
    private static partial Regex Given();

    [GeneratedRegex(@"\bWords (?<name>\w+) = (?:new\(typeof\((?<type>\w+)\)\)|(?<type>\w+)\.Words);")]
    private static partial Regex Declared();

    [GeneratedRegex(@"(?<![\w.])(?:(?<type>\w+)\.Words|(?<name>\w+))(?:\[|\.(?:Say|Find|InChinese|InEnglish|Refuse|Gap)\()(?=[^\])])")]
    private static partial Regex Called();
}
