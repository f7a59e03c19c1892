using System.Text.Json;
using DoubleRandom.Verifier;

namespace DoubleRandom.Tests.CommandLine;

/// <summary><c>doublerandom verify</c> on a folder.</summary>
public sealed class VerifyingARecord
{
    [Theory]
    [InlineData("example-sha256")]
    [InlineData("example-sha256-void")]
    public async Task A_valid_record_exits_with_0(string vector)
    {
        using var record = new RecordCopy(vector);

        var run = await CommandRun.OfAsync("verify", record.Folder);

        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("VALID 有效");
        run.Output.ShouldNotContain("FAIL");
    }

    [Fact]
    public async Task Anchors_that_came_with_the_record_are_said_to_have_done_so()
    {
        using var record = new RecordCopy();
        File.Move(record["trust.json"], record.Beside("own.json"));

        (await CommandRun.OfAsync("verify", record.Folder)).ShouldBeRefused("trust.json", "--trust");
        var own = await CommandRun.OfAsync("verify", record.Folder, "--trust", record.Beside("own.json"));
        own.ExitCode.ShouldBe(0);
        own.Output.ShouldNotContain("随记录一同取得");

        File.Copy(record.Beside("own.json"), record["trust.json"]);
        (await CommandRun.OfAsync("verify", record.Folder)).Output.ShouldContain("随记录一同取得");
    }

    [Theory]
    [InlineData("roster.jsonl", "\"salt\":\"", "\"salt\":\"0", "roster.canonical")]
    [InlineData("result.json", "\"batch\":1", "\"batch\":2", "result.bytes")]
    [InlineData("log.jsonl", "\"attempt\":1", "\"attempt\":2", "checkpoint.root")]
    public async Task A_changed_byte_exits_with_1_and_fails_the_right_check(string file, string old, string changed, string code)
    {
        using var record = new RecordCopy();
        record.Replace(file, old, changed);

        var run = await CommandRun.OfAsync("verify", record.Folder);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("INVALID 无效");
        run.Output.Split('\n').ShouldContain(line => line.StartsWith("FAIL") && line.Contains($" {code} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_input_file_is_a_failed_check()
    {
        using var record = new RecordCopy();
        File.Delete(record["roster.jsonl"]);

        (await CommandRun.OfAsync("verify", record.Folder)).ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("log.jsonl")]
    [InlineData("checkpoints")]
    public async Task Without_log_or_checkpoints_it_is_no_record_and_exits_with_2(string missing)
    {
        using var record = new RecordCopy();
        Directory.Move(record[missing], record.Beside("away"));

        var run = await CommandRun.OfAsync("verify", record.Folder);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("UNUSABLE 无法核验");
    }

    [Fact]
    public async Task What_is_not_there_exits_with_2()
    {
        using var record = new RecordCopy();

        (await CommandRun.OfAsync("verify", record.Beside("nowhere"))).ShouldBeRefused("nowhere", "找不到");
        (await CommandRun.OfAsync("verify", record.Folder, "--trust", record.Beside("nothing"))).ShouldBeRefused("nothing", "信任文件");
    }

    [Theory]
    [InlineData((2L << 30) - (1 << 16) + 1, "2048 MB")]
    [InlineData((2L << 30) + 1, "2049 MB")]
    [InlineData(3L << 30, "3072 MB")]
    public async Task A_file_of_more_than_2_GB_is_named_in_both_languages_and_never_read(long length, string size)
    {
        using var record = new RecordCopy();
        SetLength(record["roster.jsonl"], length);

        (await CommandRun.OfAsync("verify", record.Folder)).ShouldBeRefused($"roster.jsonl 有 {size}，超过上限 2047 MB", $"{size}, more than the limit of 2047 MB");
    }

    [Fact]
    public async Task A_record_of_more_than_2_GB_altogether_is_refused_and_its_largest_file_named()
    {
        using var record = new RecordCopy();
        SetLength(record["roster.jsonl"], 1L << 30);
        SetLength(record["result.json"], 1L << 30);

        (await CommandRun.OfAsync("verify", record.Folder)).ShouldBeRefused("2049 MB", "2048 MB");
    }

    [Fact]
    public void A_roster_may_be_large_where_a_result_of_the_same_size_would_fill_the_memory()
    {
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var fits = Math.Min(RecordLimits.File, available / 4);
        RecordLimits.TooMuch(Only("attempt-2/roster.jsonl"), _ => fits).ShouldBeNull();
        RecordLimits.TooMuch(Only("result.json"), _ => Math.Min(RecordLimits.File, available / 31))?.Code.ShouldBe("record.memory");

        static Dictionary<string, string> Only(string name) => new() { [name] = name };
    }

    /// <summary>A sparse file: so long by its length, nothing more on the disk.</summary>
    private static void SetLength(string path, long length)
    {
        using var huge = File.OpenWrite(path);
        huge.SetLength(length);
    }

    [Fact]
    public async Task A_huge_checkpoint_or_trust_file_is_named_and_never_read()
    {
        using var record = new RecordCopy();
        File.WriteAllBytes(record["checkpoints/00000099.txt"], new byte[(1 << 20) + 1]);
        File.WriteAllBytes(record.Beside("trust.json"), new byte[(1 << 20) + 1]);

        (await CommandRun.OfAsync("verify", record.Folder)).ShouldBeRefused("00000099.txt");
        File.Delete(record["checkpoints/00000099.txt"]);
        (await CommandRun.OfAsync("verify", record.Folder, "--trust", record.Beside("trust.json"))).ShouldBeRefused("信任文件", "1 MB");
    }

    [Fact]
    public async Task A_link_in_a_record_is_not_followed()
    {
        using var record = new RecordCopy();
        File.Delete(record["roster.jsonl"]);
        File.CreateSymbolicLink(record["roster.jsonl"], "/dev/zero");

        (await CommandRun.OfAsync("verify", record.Folder)).ShouldBeRefused("roster.jsonl", "链接");
    }

    [Fact]
    public async Task Other_files_beside_the_record_are_left_alone()
    {
        using var record = new RecordCopy();
        File.CreateSymbolicLink(record["说明.txt"], "/dev/zero");

        (await CommandRun.OfAsync("verify", record.Folder)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Json_is_one_stable_document()
    {
        using var record = new RecordCopy();

        var run = await CommandRun.OfAsync("verify", record.Folder, "--json");

        run.ExitCode.ShouldBe(0);
        using var document = JsonDocument.Parse(run.Output);
        document.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(["format", "verdict", "anchors", "checks"]);
        document.RootElement.GetProperty("format").GetString().ShouldBe("doublerandom/verification/1");
        document.RootElement.GetProperty("verdict").GetString().ShouldBe("valid");
        document.RootElement.GetProperty("anchors").GetString().ShouldBe("record");
        document.RootElement.GetProperty("checks")[0].EnumerateObject().Select(member => member.Name)
            .ShouldBe(["code", "status", "drawId", "attempt", "zh", "en"]);
        run.Output.ShouldContain("信任文件可读");
    }

    [Fact]
    public async Task Json_says_why_nothing_could_be_checked()
    {
        var run = await CommandRun.OfAsync("verify", "/nowhere/at/all", "--json");

        run.ExitCode.ShouldBe(2);
        using var document = JsonDocument.Parse(run.Output);
        document.RootElement.GetProperty("verdict").GetString().ShouldBe("unusable");
        document.RootElement.GetProperty("refusal").GetProperty("code").GetString().ShouldBe("record.missing");
    }

    [Fact]
    public async Task A_record_in_the_national_algorithms_is_valid_and_one_whose_origin_does_not_say_so_is_unusable()
    {
        using var record = new RecordCopy("example-sm3");

        (await CommandRun.OfAsync("verify", record.Folder)).ExitCode.ShouldBe(0);

        record.Replace("trust.json", "\"origin\": \"draw.example.gov.cn/log/2026/sm3\"", "\"origin\": \"draw.example.gov.cn/log/2026\"");
        var run = await CommandRun.OfAsync("verify", record.Folder);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("/sm3");
    }
}
