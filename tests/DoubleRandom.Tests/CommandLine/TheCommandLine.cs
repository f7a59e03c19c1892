namespace DoubleRandom.Tests.CommandLine;

/// <summary>What every command has in common, and <c>workdays</c>.</summary>
public sealed class TheCommandLine
{
    [Theory]
    [InlineData("不认识“draft”", "draft")]
    [InlineData("不认识“--bogus”", "verify", "--bogus", "x")]
    [InlineData("请写明要执行的命令")]
    [InlineData("缺少“DIR”。 / 'DIR' is missing.", "verify")]
    [InlineData("“a”不能用作“--seed”的值。 / 'a' is no value for --seed.", "demo", "create", "--seed", "a")]
    [InlineData("不认识“extra”", "workdays", "2026-03-02", "1", "extra")]
    public async Task Unknown_or_missing_words_get_a_sentence_and_exit_code_2(string sentence, params string[] args)
    {
        var run = await CommandRun.OfAsync(args);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(sentence);
        run.Error.ShouldContain("--help");
    }

    [Fact]
    public async Task Help_is_Chinese_with_English_beside_it()
    {
        var run = await CommandRun.OfAsync("--help");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("doublerandom");
        run.Output.ShouldContain("核验一份抽查记录");
        run.Output.ShouldContain("Check the record of a draw");
        run.Output.ShouldContain("workdays");
    }

    [Theory]
    [InlineData("2026-01-30")]
    [InlineData("2026/1/30")]
    [InlineData("2026年1月30日")]
    public async Task Workdays_prints_the_day_and_nothing_else(string day)
    {
        var run = await CommandRun.OfAsync("workdays", day, "20");

        run.ShouldBe(new CommandRun(0, "2026-03-05" + Environment.NewLine, ""));
    }

    [Fact]
    public async Task Workdays_refuses_what_it_cannot_answer()
    {
        (await CommandRun.OfAsync("workdays", "2026-12-30", "20")).ShouldBeRefused("2027", "导入");
        (await CommandRun.OfAsync("workdays", "2026-02-30", "20")).ShouldBeRefused("2026-02-30");
        (await CommandRun.OfAsync("workdays", "2026-03-02", "十")).ShouldBeRefused("十");
        (await CommandRun.OfAsync("workdays", "2026-03-02", "0")).ShouldBeRefused("1 以上");
        (await CommandRun.OfAsync("workdays", "2026-03-02", "-5")).ShouldBeRefused("-5");
    }

    [Fact]
    public async Task Workdays_takes_a_new_years_table_and_warns_of_a_December_without_one()
    {
        using var record = new RecordCopy();
        var table = record.Beside("2027.csv");
        await File.WriteAllTextAsync(table, "date,name,is_off_day\n2027-01-01,元旦,1\n", TestContext.Current.CancellationToken);

        var without = await CommandRun.OfAsync("workdays", "2026-12-30", "1");
        without.Output.Trim().ShouldBe("2026-12-31");
        without.Error.ShouldContain("2027 年的放假安排尚未录入");

        var with = await CommandRun.OfAsync("workdays", "2026-12-30", "2", "--holidays", table);
        with.ShouldBe(new CommandRun(0, "2027-01-04" + Environment.NewLine, ""));
    }

    [Fact]
    public async Task A_holiday_table_that_cannot_be_read_is_refused()
    {
        (await CommandRun.OfAsync("workdays", "2026-12-30", "2", "--holidays", "/nowhere/2027.csv")).ShouldBeRefused("2027.csv");
        (await CommandRun.OfAsync("workdays", "2026-12-30", "2", "--holidays", Path.GetTempPath())).ShouldBeRefused("无法读取");
        (await CommandRun.OfAsync("workdays", "2026-12-30", "2", "--holidays", "/dev/zero")).ShouldBeRefused("0 字节");
    }
}
