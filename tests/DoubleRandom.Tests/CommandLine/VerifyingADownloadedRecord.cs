using System.IO.Compression;
using System.Text;

namespace DoubleRandom.Tests.CommandLine;

/// <summary><c>doublerandom verify</c> on a ZIP as the portal serves it, and on ZIPs meant to do harm.</summary>
public sealed class VerifyingADownloadedRecord
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_zip_is_verified_with_or_without_a_folder_at_its_top(bool withFolder)
    {
        using var record = new RecordCopy();
        await ZipFile.CreateFromDirectoryAsync(record.Folder, record.Beside("a.zip"), CompressionLevel.Optimal, withFolder, TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync("verify", record.Beside("a.zip"));

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("VALID 有效");
    }

    [Theory]
    [InlineData("../log.jsonl", "越出")]
    [InlineData("/etc/log.jsonl", "越出")]
    [InlineData("a\\..\\log.jsonl", "越出")]
    public async Task A_name_that_leaves_the_archive_is_refused(string name, string why)
    {
        using var record = new RecordCopy();

        Pack(record.Beside("a.zip"), (name, [1]));

        (await CommandRun.OfAsync("verify", record.Beside("a.zip"))).ShouldBeRefused(why);
    }

    [Fact]
    public async Task A_file_that_would_grow_a_hundredfold_is_not_unpacked()
    {
        using var record = new RecordCopy();
        Pack(record.Beside("a.zip"), ("log.jsonl", new byte[32 << 20]));

        (await CommandRun.OfAsync("verify", record.Beside("a.zip"))).ShouldBeRefused("log.jsonl", "不合常理");
    }

    [Fact]
    public async Task A_name_that_stands_twice_is_refused()
    {
        using var record = new RecordCopy();
        Pack(record.Beside("a.zip"), ("log.jsonl", [1]), ("roster.jsonl", [2]), ("roster.jsonl", [3]));

        (await CommandRun.OfAsync("verify", record.Beside("a.zip"))).ShouldBeRefused("roster.jsonl", "两次");
    }

    [Fact]
    public async Task A_file_shorter_than_it_claims_is_refused()
    {
        using var record = new RecordCopy();
        Pack(record.Beside("a.zip"), ("log.jsonl", Encoding.UTF8.GetBytes("abcdefgh")));
        var bytes = await File.ReadAllBytesAsync(record.Beside("a.zip"), TestContext.Current.CancellationToken);
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        bytes[directory + 24] = 12;
        await File.WriteAllBytesAsync(record.Beside("a.zip"), bytes, TestContext.Current.CancellationToken);

        (await CommandRun.OfAsync("verify", record.Beside("a.zip"))).ShouldBeRefused("log.jsonl", "大小不符");
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("这不是压缩包")]
    public async Task What_is_no_zip_is_said_to_be_none(string content)
    {
        using var record = new RecordCopy();
        await File.WriteAllTextAsync(record.Beside("a.zip"), content, TestContext.Current.CancellationToken);

        (await CommandRun.OfAsync("verify", record.Beside("a.zip"))).ShouldBeRefused("a.zip", "不是 .zip 文件");
    }

    [Fact]
    public async Task A_zip_without_trust_file_asks_for_one()
    {
        using var record = new RecordCopy();
        File.Move(record["trust.json"], record.Beside("own.json"));
        await ZipFile.CreateFromDirectoryAsync(record.Folder, record.Beside("a.zip"), TestContext.Current.CancellationToken);

        (await CommandRun.OfAsync("verify", record.Beside("a.zip"))).ShouldBeRefused("--trust");
        (await CommandRun.OfAsync("verify", record.Beside("a.zip"), "--trust", record.Beside("own.json"))).ExitCode.ShouldBe(0);
    }

    private static void Pack(string path, params (string Name, byte[] Bytes)[] files)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes) in files)
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(bytes);
        }
    }
}
