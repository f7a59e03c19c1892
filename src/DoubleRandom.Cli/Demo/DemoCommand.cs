using System.CommandLine;
using DoubleRandom.Demo;
using DoubleRandom.Demo.County;

namespace DoubleRandom.Cli.Demo;

/// <summary><c>demo create</c>: writes the demo county's input files; opens no database.</summary>
internal static class DemoCommand
{
    private const int MostSubjects = 1_000_000;
    private static readonly Words Words = new(typeof(DemoCommand));

    /// <summary>The <c>demo</c> command with its sub-commands.</summary>
    public static Command Make() => new("demo", Words.Both("demo")) { Create() };

    private static Command Create()
    {
        var seed = new Option<long>("--seed") { Description = Words.Both("seed"), DefaultValueFactory = _ => 1 };
        var subjects = new Option<int>("--subjects") { Description = Words.Both("subjects"), DefaultValueFactory = _ => DemoCounty.TrueSize };
        var folder = new Option<DirectoryInfo>("--out") { Description = Words.Both("out"), Required = true };
        subjects.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var count) && count is < 0 or > MostSubjects)
            {
                result.AddError(Words.Both("too-many", MostSubjects, count));
            }
        });
        var create = new Command("create", Words.Both("create")) { seed, subjects, folder };
        create.SetAction(parsed => Create(
            parsed.GetRequiredValue(folder).FullName,
            parsed.GetRequiredValue(seed),
            parsed.GetRequiredValue(subjects),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return create;
    }

    private static int Create(string folder, long seed, int subjects, TextWriter output, TextWriter error)
    {
        try
        {
            var county = DemoFiles.Write(folder, seed, subjects);
            output.WriteLine(Words.Both("written", folder, county.Items.Count, county.Subjects.Count, county.Inspectors.Count));
            foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            {
                output.WriteLine("  " + Path.GetFileName(file));
            }

            return ExitCode.Done;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(Words.Both("not-written", folder, problem.Message));
            return ExitCode.Unusable;
        }
    }
}
