using System.Diagnostics;
using System.Text.Json;
using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Demo.Dirty;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.CommandLine;

/// <summary>Imports by command, and what is left when the process is killed.</summary>
public sealed class ImportingByCommand
{
    [Fact]
    public async Task The_report_in_json_has_the_row_as_a_spreadsheet_shows_it()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        DemoFiles.Write(county.DataFolder, seed: 7, subjects: 20);
        var dirty = DirtySubjects.Make(7);

        var run = await ImportAsync(county, "subjects", DemoFiles.Dirty, "--dry-run", "--json");

        run.ExitCode.ShouldBe(1);
        var report = JsonDocument.Parse(run.Output).RootElement;
        report.EnumerateObject().Select(m => m.Name).ShouldBe(["rows", "new", "updated", "unchanged", "rejected", "errors"]);
        report.GetProperty("rejected").GetInt32().ShouldBe(dirty.Rejected);
        var error = report.GetProperty("errors")[0];
        error.EnumerateObject().Select(m => m.Name).ShouldBe(["sheet", "row", "column", "found", "expected", "rule"]);
        error.GetProperty("row").GetInt32().ShouldBe(dirty.Faults.First(f => f.Rejected).Row);
        (await county.ReadAsync(db => db.Subjects.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_goes_in_once_and_the_actor_is_the_account_named()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        DemoFiles.Write(county.DataFolder, seed: 7, subjects: 20);
        await county.AskAsync((CreateAccount c) => c.RunAsync(TestCounty.As(Role.Administrator), new("yan", "岩温", [new Post(Role.OfficeClerk, null)])));

        (await ImportAsync(county, "items", DemoFiles.Items, "--as", "yan")).Error.ShouldContain("没有“维护抽查事项”的权限");
        (await ImportAsync(county, "subjects", DemoFiles.Subjects, "--as", "yan")).Output.ShouldContain("新增 20");
        (await ImportAsync(county, "subjects", DemoFiles.Subjects)).Output.ShouldContain("未变 20");
        (await county.ReadAsync(db => db.ImportBatches.SingleAsync(TestContext.Current.CancellationToken))).Who.ShouldBe("岩温");
        (await ImportAsync(county, "subjects", "没有这个文件.xlsx")).ShouldBeRefused("没有这个文件.xlsx");
    }

    [Fact]
    public async Task A_process_killed_in_the_middle_leaves_all_or_nothing()
    {
        const int subjects = 2_000;
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        DemoFiles.Write(county.DataFolder, seed: 7, subjects);
        var wait = 0;
        for (var counted = 0; counted < subjects && wait < 1_200; wait += 240)
        {
            await KillAsync(county, wait);
            counted = await county.ReadAsync(db => db.Subjects.CountAsync(TestContext.Current.CancellationToken));
            var batches = await county.ReadAsync(db => db.ImportBatches.CountAsync(TestContext.Current.CancellationToken));
            (counted, batches).ShouldBeOneOf((0, 0), (subjects, 1));
        }

        await ImportAsync(county, "subjects", DemoFiles.Subjects);
        (await county.ReadAsync(db => db.Subjects.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(subjects);
    }

    private static Task<CommandRun> ImportAsync(TestCounty county, string kind, string file, params string[] more) =>
        CommandRun.OfAsync(["import", kind, Path.Combine(county.DataFolder, file), "--data", county.DataFolder, .. more]);

    /// <summary>Starts an import as a process of its own and kills it so many milliseconds after its preview stands.</summary>
    private static async Task KillAsync(TestCounty county, int wait)
    {
        var uploads = Directory.CreateDirectory(Path.Combine(county.DataFolder, "imports"));
        var before = uploads.GetFiles("*.json").Length;
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[]
        {
            "exec", Path.Combine(AppContext.BaseDirectory, "DoubleRandom.Cli.dll"), "import", "subjects",
            Path.Combine(county.DataFolder, DemoFiles.Subjects), "--data", county.DataFolder,
        })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        while (!process.HasExited && uploads.GetFiles("*.json").Length == before)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await Task.Delay(wait, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
