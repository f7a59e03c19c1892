namespace DoubleRandom.Verifiable.Tests;

/// <summary>The worked records of the specification, <c>spec/vectors</c>.</summary>
internal static class Vectors
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "vectors");

    /// <summary>A record folder as the verifier takes it, without the trust file.</summary>
    public static Dictionary<string, ReadOnlyMemory<byte>> Record(string name) =>
        Directory.EnumerateFiles(Path.Combine(Root, name), "*", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(Path.Combine(Root, name), path).Replace('\\', '/'), Path: path))
            .Where(file => file.Name != "trust.json")
            .ToDictionary(file => file.Name, file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file.Path), StringComparer.Ordinal);

    public static byte[] Trust(string name) => File.ReadAllBytes(Path.Combine(Root, name, "trust.json"));

    /// <summary>The published intermediate values: label (27 characters wide) → value.</summary>
    public static ILookup<string, string> Values(string name) => File.ReadLines(Path.Combine(Root, name + ".txt"))
        .Where(line => line.Length > 29)
        .ToLookup(line => line[..28].TrimEnd(), line => line[29..], StringComparer.Ordinal);
}
