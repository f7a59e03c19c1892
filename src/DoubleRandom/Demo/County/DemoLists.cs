using System.Collections.Frozen;
using System.Text;

namespace DoubleRandom.Demo.County;

/// <summary>The word lists of the demo county: enumerations as the sheets write them, headers, name parts. Read from the CSV files beside it.</summary>
public static class DemoLists
{
    private static readonly FrozenDictionary<string, string> Lists = Table("DemoLists").ToFrozenDictionary(r => r[0], r => r[1]);

    /// <summary>The values that multi-value cells are joined by [、].</summary>
    public static string Separator { get; } = Text("separator");

    /// <summary>The values of a list, without their weights, e.g. <c>kind</c>, <c>state</c>, <c>availability</c>, <c>subject-headers</c>.</summary>
    public static IReadOnlyList<string> Of(string list) => Weighted(list).Values;

    /// <summary>A list that holds one text.</summary>
    internal static string Text(string list) => Lists[list];

    internal static WeightedList Weighted(string list) => WeightedList.Parse(Lists[list]);

    /// <summary>The rows of an embedded CSV file without quotes, its header left out.</summary>
    internal static IEnumerable<string[]> Table(string file)
    {
        var name = $"{typeof(DemoLists).Namespace}.{file}.csv";
        using var stream = typeof(DemoLists).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly has no resource '{name}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(',')).ToArray();
    }
}
