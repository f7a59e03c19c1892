using DoubleRandom.Verifiable.Tests.Records;
using DoubleRandom.Web.Tests.Portal;
using Microsoft.Playwright;
using Record = System.Collections.Generic.Dictionary<string, System.ReadOnlyMemory<byte>>;

namespace DoubleRandom.Web.Tests.Verifying;

/// <summary>The verifier in the browser, written apart from the product's: both say the same of every record.</summary>
public sealed class TheBrowsersVerifier(ADrawInPublic draw, ABrowser browser) : IClassFixture<ADrawInPublic>
{
    private static readonly string Vectors = Path.Combine(TheSource.Root, "spec", "vectors");

    [Theory]
    [InlineData("example-sha256")]
    [InlineData("example-sha256-void")]
    [InlineData("example-sm3")]
    public async Task It_agrees_on_every_vector_and_on_every_alteration_of_it(string name)
    {
        var (whole, trust) = Read(name);
        var checkers = await BothCheckers.OnAsync(browser, draw.Site.Address);
        var altered = Alterations(whole, name == "example-sm3" ? 2 : 8).ToArray();
        var said = await checkers.AskAsync([(whole, trust), .. altered.Select(a => ((IReadOnlyDictionary<string, ReadOnlyMemory<byte>>)a.Files, trust))]);

        said[0].ShouldBe(("valid", "valid "));
        altered.Length.ShouldBeGreaterThan(name == "example-sm3" ? 50 : 100);
        foreach (var (what, (product, inBrowser)) in altered.Zip(said.Skip(1)))
        {
            inBrowser.Split(' ')[0].ShouldBe(product, $"{name}: {what.What}: {inBrowser}");
            product.ShouldNotBe("valid", what.What);
            inBrowser.ShouldContain(": ", Case.Sensitive, what.What); // the failed step is named
        }
    }

    [Fact]
    public async Task It_catches_every_fraud_of_an_operator_who_signs_everything()
    {
        var checkers = await BothCheckers.OnAsync(browser, draw.Site.Address);

        var said = await checkers.AskAsync([.. Fraud.All.Select(fraud => ((IReadOnlyDictionary<string, ReadOnlyMemory<byte>>)fraud.Files(), ARecord.Trust.ToBytes()))]);

        Fraud.All.Count.ShouldBeGreaterThan(45);
        foreach (var (fraud, (product, inBrowser)) in Fraud.All.Zip(said))
        {
            product.ShouldBe("invalid", fraud.What);
            inBrowser.ShouldStartWith("invalid ", Case.Sensitive, fraud.What);
            inBrowser.ShouldContain(": ", Case.Sensitive, fraud.What); // the failed step is named
        }
    }

    [Fact]
    public async Task It_says_of_records_at_the_edges_what_the_text_says()
    {
        var checkers = await BothCheckers.OnAsync(browser, draw.Site.Address);

        var said = await checkers.AskAsync([.. EdgeRecord.All.Select(edge => ((IReadOnlyDictionary<string, ReadOnlyMemory<byte>>)edge.Files(), edge.Trust))]);

        EdgeRecord.All.Zip(said).Where(told => !told.Second.Browser.StartsWith($"{told.First.Verdict} ", StringComparison.OrdinalIgnoreCase))
            .Select(told => $"{told.First.What}: {told.Second.Browser}").ShouldBeEmpty();
    }

    [Fact]
    public async Task It_finds_honest_records_of_every_kind_of_rule_valid()
    {
        var checkers = await BothCheckers.OnAsync(browser, draw.Site.Address);

        var said = await checkers.AskAsync(
        [
            .. Directory.GetDirectories(Vectors).Select(path => Read(Path.GetFileName(path))).Select(read => ((IReadOnlyDictionary<string, ReadOnlyMemory<byte>>)read.Item1, read.Item2)),
            .. Enumerable.Range(0, 100).Select(n => ((IReadOnlyDictionary<string, ReadOnlyMemory<byte>>)ManyRecords.Held(n).Files, ARecord.Trust.ToBytes())),
        ]);

        said.Count.ShouldBe(108);
        said.Where(answers => answers != ("valid", "valid ")).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_finds_a_record_of_this_platform_valid()
    {
        using var zip = new System.IO.Compression.ZipArchive(await draw.Site.Reader.GetStreamAsync($"/portal/draws/{ADrawInPublic.Opened}/record.zip"));
        var files = new Record(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var memory = new MemoryStream();
            await entry.Open().CopyToAsync(memory);
            files[entry.FullName] = memory.ToArray();
        }

        var said = await (await BothCheckers.OnAsync(browser, draw.Site.Address)).AskAsync([(files, files["trust.json"].ToArray())]);

        said.Single().ShouldBe(("valid", "valid "));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_visitor_verifies_a_downloaded_record_without_a_network(bool onPhone)
    {
        var folder = Directory.CreateTempSubdirectory("verify-");
        try
        {
            var (page, zip) = (onPhone ? await browser.PhoneAsync() : await browser.DesktopAsync(), Path.Combine(folder.FullName, "record.zip"));
            await File.WriteAllBytesAsync(zip, await draw.Site.Reader.GetByteArrayAsync($"/portal/draws/{ADrawInPublic.Opened}/record.zip"));
            await page.GotoAsync(draw.Site.Address + "/verify");
            await LookAsync(page, "choose", onPhone);
            await page.Context.SetOfflineAsync(true);

            await VerifyAsync(page, zip);

            await LookAsync(page, "valid", onPhone);
            await page.Context.SetOfflineAsync(false);
            await page.GotoAsync(draw.Site.Address + "/verify");
            await File.WriteAllBytesAsync(zip, (await File.ReadAllBytesAsync(zip))[..^40]);
            await page.Locator("input[accept^='.zip']").SetInputFilesAsync(zip);
            await Assertions.Expect(page.Locator("draw-verifier [role=alert].error")).Not.ToBeEmptyAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Saved_as_one_file_it_works_from_a_disk_and_may_send_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("verify-");
        try
        {
            var (file, zip) = (Path.Combine(folder.FullName, "verify.html"), Path.Combine(folder.FullName, "record.zip"));
            await File.WriteAllBytesAsync(file, await draw.Site.Reader.GetByteArrayAsync("/verify/file"));
            await File.WriteAllBytesAsync(zip, await draw.Site.Reader.GetByteArrayAsync($"/portal/draws/{ADrawInPublic.Opened}/record.zip"));
            var page = await browser.DesktopAsync();
            await page.GotoAsync("file://" + file);

            await VerifyAsync(page, zip);

            (await page.EvaluateAsync<bool>($"() => fetch('{draw.Site.Address}/portal').then(() => true, () => false)")).ShouldBeFalse();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task VerifyAsync(IPage page, string zip)
    {
        await page.Locator("input[accept^='.zip']").SetInputFilesAsync(zip);
        await page.Locator("#verify-acceptance").CheckAsync();
        await page.Locator("draw-verifier button.primary").ClickAsync();
        await Assertions.Expect(page.Locator("draw-verifier [role=status]")).ToContainTextAsync("有效");
        (await page.Locator("draw-verifier [role=status]").InnerTextAsync()).ShouldNotContain("无效");
    }

    private static Task LookAsync(IPage page, string name, bool onPhone) =>
        ABrowser.LookAtAsync(page, $"verify-{name}-{(onPhone ? "phone" : "desktop")}");

    /// <summary>Flipped bytes all over the files that count, lines lost, doubled and swapped, files cut and swapped.</summary>
    private static IEnumerable<(string What, Record Files)> Alterations(Record whole, int flips)
    {
        foreach (var (name, bytes) in whole.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (name.StartsWith("notice", StringComparison.Ordinal))
            {
                continue;
            }

            for (var i = 0; i < flips; i++)
            {
                var changed = bytes.ToArray();
                var at = ((i + 1) * 7919) % changed.Length;
                changed[at] ^= (byte)(1 << (i % 7));
                yield return ($"{name} byte {at}", With(name, changed));
            }

            yield return ($"{name} cut", With(name, bytes[..(bytes.Length / 2)]));
            yield return ($"{name} without its last byte", With(name, bytes[..^1]));
            if (name.EndsWith(".jsonl", StringComparison.Ordinal))
            {
                var lines = System.Text.Encoding.UTF8.GetString(bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                yield return ($"{name} first line lost", With(name, Join(lines.Skip(1))));
                yield return ($"{name} last line doubled", With(name, Join(lines.Append(lines[^1]))));
                yield return ($"{name} reversed", With(name, Join(lines.Length > 1 ? lines.Reverse() : lines.Append(lines[0]))));
            }
        }

        Record With(string name, ReadOnlyMemory<byte> bytes) => new(whole, StringComparer.Ordinal) { [name] = bytes };
        static ReadOnlyMemory<byte> Join(IEnumerable<string> lines) => System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
    }

    private static (Record Files, byte[] Trust) Read(string name)
    {
        var root = Path.Combine(Vectors, name);
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(root, path), path => (ReadOnlyMemory<byte>)File.ReadAllBytes(path), StringComparer.Ordinal);
        var trust = files["trust.json"].ToArray();
        files.Remove("trust.json");
        return (files, trust);
    }
}
