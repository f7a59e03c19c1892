using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DoubleRandom.Web.Tests.Portal;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Verifying;

/// <summary>Archives made to harm whoever verifies: one clear line from the browser's verifier, never a hang.</summary>
public sealed class HostileArchives(ADrawInPublic draw, ABrowser browser) : IClassFixture<ADrawInPublic>
{
    [Theory]
    [InlineData("leaves its folder", "越出")]
    [InlineData("names a file twice", "两次")]
    [InlineData("unpacks to more than it says", "比目录所说的大")]
    [InlineData("unpacks to more than a gigabyte", "1 GB")]
    [InlineData("holds one file of more than 512 MB", "512 MB")]
    [InlineData("holds sixty thousand files", "")]
    [InlineData("is cut short", "")]
    [InlineData("is no archive", "不是")]
    [InlineData("is empty", "")]
    public async Task An_archive_that(string what, string said)
    {
        var folder = Directory.CreateTempSubdirectory("hostile-");
        try
        {
            var file = Path.Combine(folder.FullName, "record.zip");
            await File.WriteAllBytesAsync(file, Made(what));
            var page = await browser.DesktopAsync();
            await page.GotoAsync(draw.Site.Address + "/verify");

            await page.Locator("input[accept^='.zip']").SetInputFilesAsync(file);

            var alert = page.Locator("draw-verifier [role=alert].error");
            await Assertions.Expect(alert).Not.ToBeEmptyAsync();
            (await alert.InnerTextAsync()).ShouldContain(said);
            (await page.Locator("draw-verifier button.primary").IsDisabledAsync()).ShouldBeTrue();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_folder_with_a_file_of_more_than_512_MB_is_refused_before_the_file_is_read()
    {
        var folder = Directory.CreateTempSubdirectory("hostile-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "log.jsonl"), [1]);
            await using (var huge = File.OpenWrite(Path.Combine(folder.FullName, "roster.jsonl")))
            {
                // A sparse file: so long by its length, nothing on the disk.
                huge.SetLength((2L << 30) + 1);
            }

            var page = await browser.DesktopAsync();
            await page.GotoAsync(draw.Site.Address + "/verify");

            await page.Locator("input[webkitdirectory]").SetInputFilesAsync(folder.FullName);

            await Assertions.Expect(page.Locator("draw-verifier [role=alert].error")).ToContainTextAsync("有文件超过 512 MB", new() { Timeout = 5_000 });
            (await page.Locator("draw-verifier button.primary").IsDisabledAsync()).ShouldBeTrue();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Made(string what) => what switch
    {
        "leaves its folder" => Zip(("../../log.jsonl", [1])),
        "names a file twice" => Zip(("log.jsonl", [1]), ("log.jsonl", [2])),
        "unpacks to more than it says" => SayingThatItHolds(10, Zip(("log.jsonl", new byte[1_000_000]))),
        "holds one file of more than 512 MB" => SayingThatItHolds((512 << 20) + 1, Zip(("roster.jsonl", new byte[1_000_000]))),
        "unpacks to more than a gigabyte" => Zip([.. Enumerable.Range(0, 11).Select(i => ($"roster-{i}.jsonl", new byte[100_000_000]))]),
        "holds sixty thousand files" => Zip([.. Enumerable.Range(0, 60_000).Select(i => ($"{i}", Array.Empty<byte>()))]),
        "is cut short" => Zip(("log.jsonl", Encoding.UTF8.GetBytes(new string('x', 1000))))[..^60],
        "is no archive" => Encoding.UTF8.GetBytes("这不是压缩包"),
        _ => [],
    };

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    /// <summary>The same archive whose directory says that its one file unpacks to so many bytes.</summary>
    private static byte[] SayingThatItHolds(int bytes, byte[] zip)
    {
        var directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(directory + 24), bytes);
        return zip;
    }
}
