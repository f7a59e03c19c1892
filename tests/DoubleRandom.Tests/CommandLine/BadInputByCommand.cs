using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Draws;
using DoubleRandom.Plans;
using DoubleRandom.Sheets;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.CommandLine;

/// <summary>What cannot be done is said in a sentence with the right exit code; nothing is left behind.</summary>
public sealed class BadInputByCommand
{
    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_in_words_and_leaves_nothing()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        foreach (var sheet in BadSheet.Unreadable)
        {
            (await ImportAsync(county, sheet)).ShouldBeRefused(sheet.Words);
        }

        await ShouldHaveAsync(county, subjects: 0);
    }

    [Fact]
    public async Task A_database_of_another_version_is_left_alone_and_the_sentence_says_so()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        await county.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE \"__EFMigrationsHistory\" SET migration_id = '20990101000000_Later' WHERE migration_id = (SELECT MAX(migration_id) FROM \"__EFMigrationsHistory\")"));

        var before = await county.ReadAsync(db => db.Database.GetAppliedMigrationsAsync());
        (await CommandRun.OfAsync("draw", "list", "--data", county.DataFolder)).ShouldBeRefused("另一版本", "20990101000000_Later");

        (await county.ReadAsync(db => db.Database.GetAppliedMigrationsAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_over_50_MB_is_refused_in_words()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var path = Path.Combine(county.DataFolder, "大.csv");
        await using (var big = File.Create(path))
        {
            big.SetLength(SheetLimits.FileBytes + 1);
        }

        (await CommandRun.OfAsync("import", "subjects", path, "--data", county.DataFolder)).ShouldBeRefused("50 MB", "拆成几个文件");
        await ShouldHaveAsync(county, subjects: 0);
    }

    [Fact]
    public async Task A_bad_row_goes_back_with_its_reason_and_the_good_one_goes_in()
    {
        foreach (var sheet in BadSheet.WithOneBadRow)
        {
            await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
            var run = await ImportAsync(county, sheet);
            run.ExitCode.ShouldBe(1, sheet.FileName);
            run.Error.ShouldBeEmpty();
            foreach (var words in sheet.Words)
            {
                run.Output.ShouldContain(words, customMessage: sheet.FileName);
            }

            await ShouldHaveAsync(county, subjects: 1);
        }
    }

    [Fact]
    public async Task A_draw_that_cannot_be_is_refused_with_the_reason_and_nothing_is_committed()
    {
        await using var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite, inspectorsOfLead: 1);
        var nobody = draw.ATask("532822202603021001", QuotaWish.Of(1), "SC-01");
        nobody.Change(draft => draft with { Filter = SubjectFilter.None with { Towns = ["532822205"] } });
        await draw.SaveAsync([
            nobody, draw.ATask("532822202603021002", QuotaWish.Of(30), "YJ-03"), draw.ATask("532822202603021003", QuotaWish.Of(0), "SC-01"),
            draw.ATask("532822202603021004", QuotaWish.Of(2), "SC-01"),
        ]);
        DemoClock.Set(draw.County.DataFolder, TimeProvider.System, draw.County.Clock.Now());

        (await DrawAsync(draw, "preview", "532822202603021001")).ShouldBeRefused("没有可抽取的对象");
        (await DrawAsync(draw, "preview", "532822202603021002")).ShouldBeRefused("可抽取的只有 24 户");
        (await DrawAsync(draw, "preview", "532822202603021003")).ShouldBeRefused("0");
        (await DrawAsync(draw, "commit", "532822202603021004")).ShouldBeRefused("执法检查人员不足", "不得人工指定");
        (await DrawAsync(draw, "preview", "999")).ShouldBeRefused("999");
        (await draw.County.ReadAsync(db => db.Draws.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("没有找到数据库", "log", "check")]
    [InlineData("没有找到数据库", "log", "show")]
    [InlineData("没有找到数据库", "draw", "list")]
    [InlineData("没有找到数据库", "account", "reset", "admin")]
    [InlineData("没有找到数据库", "backup", "x.db")]
    public async Task A_mistyped_folder_is_refused_and_gets_no_database(string words, params string[] command)
    {
        var folder = Path.Combine(Path.GetTempPath(), "doublerandom-nowhere", "dta");

        (await CommandRun.OfAsync([.. command, "--data", folder])).ShouldBeRefused(words, folder);
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_county_without_a_log_has_none_to_check(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        string[] where = ["--data", county.DataFolder, .. county.Postgres is { } connection ? (string[])["--database", connection] : []];

        (await CommandRun.OfAsync(["log", "check", .. where])).ShouldBeRefused("尚未建立抽取日志");
        if (county.Postgres is { } postgres)
        {
            (await CommandRun.OfAsync("log", "check", "--data", county.DataFolder, "--database", postgres.Replace("test_", "tset_", StringComparison.Ordinal))).ShouldBeRefused("没有找到数据库");
        }
    }

    [Fact]
    public async Task Who_still_has_a_one_time_password_approves_no_void()
    {
        await using var draw = await DrawingCounty.OnAsync(DatabaseKind.Sqlite);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        var oneTime = await draw.County.AskAsync((CreateAccount c) => c.RunAsync(
            DrawingCounty.Administrator, new("head", "玉香", [new Post(Role.DepartmentHead, Department.MarketSupervision)])));
        DemoClock.Set(draw.County.DataFolder, TimeProvider.System, draw.County.Clock.Now());
        Environment.SetEnvironmentVariable("DOUBLERANDOM_APPROVER_PASSWORD", oneTime.Value);

        var request = (await draw.AskAsync(DrawingCounty.AVoid())).Value.Id;

        (await CommandRun.OfAsync("request", "approve", request.ToString(), "--account", "head", "--data", draw.County.DataFolder)).ShouldBeRefused("一次性密码");
        (await draw.County.ReadAsync(db => db.Draws.SingleAsync())).State.ShouldBe(DrawState.Sealed);
    }

    private static Task<CommandRun> DrawAsync(DrawingCounty draw, string act, string task) =>
        CommandRun.OfAsync("draw", act, task, "--data", draw.County.DataFolder);

    private static async Task<CommandRun> ImportAsync(TestCounty county, BadSheet sheet)
    {
        var path = Path.Combine(county.DataFolder, sheet.FileName);
        await File.WriteAllBytesAsync(path, sheet.Bytes);
        return await CommandRun.OfAsync("import", "subjects", path, "--data", county.DataFolder);
    }

    private static async Task ShouldHaveAsync(TestCounty county, int subjects)
    {
        (await county.ReadAsync(db => db.Subjects.CountAsync())).ShouldBe(subjects);
        (await county.ReadAsync(db => db.ImportBatches.CountAsync())).ShouldBe(subjects);
        var left = Path.Combine(county.DataFolder, "imports");
        (Directory.Exists(left) ? Directory.GetFiles(left) : []).Count(file => !file.EndsWith("rejected.xlsx", StringComparison.Ordinal)).ShouldBe(0);
    }
}
