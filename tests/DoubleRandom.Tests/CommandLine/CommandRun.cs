using DoubleRandom.Cli;

namespace DoubleRandom.Tests.CommandLine;

/// <summary>One command line, run whole within the test process: its exit code and what it said.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static async Task<CommandRun> OfAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await Program.RunAsync(args, output, error);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Refused in one line of Chinese with English beside it, and nothing else.</summary>
    public void ShouldBeRefused(params string[] words)
    {
        ExitCode.ShouldBe(2);
        Output.ShouldBeEmpty();
        var line = Error.TrimEnd().Split('\n').ShouldHaveSingleItem();
        line.ShouldContain(" / ");
        line.ShouldNotContain("   at ");
        foreach (var word in words)
        {
            line.ShouldContain(word);
        }
    }
}

/// <summary>A copy of a published vector that a test may change, gone when the test ends.</summary>
internal sealed class RecordCopy : IDisposable
{
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("doublerandom-record-");

    public RecordCopy(string vector = "example-sha256")
    {
        var source = Path.Combine(AppContext.BaseDirectory, "vectors", vector);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder => Path.Combine(place.FullName, "抽查 记录");

    /// <summary>A path beside the record.</summary>
    public string Beside(string name) => Path.Combine(place.FullName, name);

    public string this[string name] => Path.Combine(Folder, name);

    public void Replace(string name, string old, string with)
    {
        var text = File.ReadAllText(this[name]);
        text.ShouldContain(old);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(this[name], string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + old.Length)));
    }

    public void Dispose() => place.Delete(recursive: true);
}
