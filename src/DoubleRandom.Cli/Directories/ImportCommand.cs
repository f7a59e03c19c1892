using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Imports;
using DoubleRandom.Items;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Cli.Directories;

/// <summary><c>doublerandom import items|subjects|inspectors FILE</c>: fills a list or directory from a sheet [批量导入].</summary>
internal static class ImportCommand
{
    private static readonly Words Words = new(typeof(ImportCommand));
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>The command with one sub-command for each list. Exit code 1 when rows went back.</summary>
    public static Command Make() => new("import", Words.Both("import")) { One(ItemImport.Fills), One(SubjectImport.Fills), One(InspectorImport.Fills) };

    private static Command One(ImportKind kind)
    {
        var file = new Argument<string>("FILE") { Description = Words.Both("file") };
        var dryRun = new Option<bool>("--dry-run") { Description = Words.Both("dry-run") };
        var json = new Option<bool>("--json") { Description = Words.Both("json") };
        var command = new Command(kind.ToString().ToLowerInvariant(), Words.Both("kind." + kind)) { file, dryRun, json };
        return new ProductHost().Does(command, async (line, services, actor, stop) =>
        {
            var outcome = await RunAsync(services, actor, kind, line.GetValue(file)!, line.GetValue(dryRun), stop);
            return outcome.Refused(out var refusal) ? line.Refuse(refusal) : Tell(line, outcome.Value, line.GetValue(json), line.GetValue(dryRun));
        }, begins: true);
    }

    private static async Task<Outcome<ImportReport>> RunAsync(
        IServiceProvider services, Actor actor, ImportKind kind, string path, bool dryRun, CancellationToken stop)
    {
        try
        {
            await using var content = File.OpenRead(path);
            return await services.GetRequiredService<ImportSheet>().RunAsync(actor, kind, Path.GetFileName(path), content, dryRun, stop);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Words.Refuse("unreadable", null, path);
        }
    }

    private static int Tell(ParseResult line, ImportReport report, bool asJson, bool dryRun)
    {
        var output = line.InvocationConfiguration.Output;
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new
                {
                    report.Rows,
                    report.New,
                    report.Updated,
                    report.Unchanged,
                    report.Rejected,
                    Errors = report.Errors.Select(e => new { e.Sheet, e.Row, e.Column, e.Found, e.Expected, e.Rule }),
                },
                Json));
        }
        else
        {
            output.WriteLine(Words.Both(dryRun ? "would" : "did", report.Rows, report.New, report.Updated, report.Unchanged, report.Rejected));
            foreach (var error in report.Errors)
            {
                output.WriteLine(Terminal.OneLine(Words.InChinese("error", error.Sheet, error.Address, error.Column, error.Found, error.Expected, error.Mend)));
            }

            if (report.ErrorCount > report.Errors.Count)
            {
                output.WriteLine(Words.Both("more", report.ErrorCount - report.Errors.Count));
            }
        }

        return report.Rejected == 0 ? ExitCode.Done : ExitCode.No;
    }
}
