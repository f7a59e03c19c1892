using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace DoubleRandom.Architecture.Tests;

/// <summary>What the namespaces hold that a page may see: the types of every assembly the product runs with, and their extension methods.</summary>
internal static partial class Namespaces
{
    private static readonly Lazy<ILookup<string, string>> Names = new(() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .SelectMany(NamesIn)
        .Distinct()
        .ToLookup(found => found.Namespace, found => found.Name, StringComparer.Ordinal));

    private static readonly ConcurrentDictionary<string, HashSet<string>> Words = new(StringComparer.Ordinal);

    /// <summary>Whether a text names something of a namespace; <c>@onsubmit</c> and its like are of the one that has the events.</summary>
    public static bool IsNamed(string @namespace, string text) =>
        Words.GetOrAdd(text, WordsOf) is var words
        && (Names.Value[@namespace].Any(words.Contains) || (@namespace == "Microsoft.AspNetCore.Components.Web" && words.Any(word => word.StartsWith("on", StringComparison.Ordinal))));

    private static HashSet<string> WordsOf(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    private static IEnumerable<(string Namespace, string Name)> NamesIn(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        if (!file.HasMetadata)
        {
            return [];
        }

        var found = new List<(string, string)>();
        var metadata = file.GetMetadataReader();
        foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => !type.IsNested))
        {
            var (@namespace, name) = (metadata.GetString(type.Namespace), metadata.GetString(type.Name).Split('`')[0]);
            found.Add((@namespace, name));
            if (name.EndsWith("Attribute", StringComparison.Ordinal))
            {
                found.Add((@namespace, name[..^"Attribute".Length]));
            }

            if (type.Attributes.HasFlag(TypeAttributes.Abstract | TypeAttributes.Sealed))
            {
                found.AddRange(type.GetMethods().Select(metadata.GetMethodDefinition)
                    .Where(method => method.GetCustomAttributes().Any(attribute => IsExtension(metadata, attribute)))
                    .Select(method => (@namespace, metadata.GetString(method.Name))));
            }
        }

        return found;
    }

    private static bool IsExtension(MetadataReader metadata, CustomAttributeHandle attribute) =>
        metadata.GetCustomAttribute(attribute).Constructor is { Kind: HandleKind.MemberReference } constructor
        && metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent
        && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name) == "ExtensionAttribute";

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
