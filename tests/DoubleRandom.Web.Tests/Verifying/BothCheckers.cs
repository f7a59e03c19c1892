using DoubleRandom.Verifiable;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Verifying;

/// <summary>What both checkers say of a record: the product's, and the one in the browser.</summary>
internal sealed class BothCheckers(IPage page)
{
    /// <summary>A page that has loaded the browser's checker.</summary>
    public static async Task<BothCheckers> OnAsync(ABrowser browser, string site)
    {
        var page = await browser.DesktopAsync();
        await page.GotoAsync(site + "/verify");
        await page.EvaluateAsync("""
            async () => {
              const { verifyRecord } = await import('/verify/verify.js');
              const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
              window.verifyAll = async records => {
                const verdicts = [];
                for (const { files, trust } of records) {
                  const map = new Map(Object.entries(files).map(([name, text]) => [name, bytes(text)]));
                  const report = await verifyRecord(map, bytes(trust));
                  const failed = report.checks.filter(c => c.status === 'fail');
                  verdicts.push(report.verdict + ' ' + failed.map(c => `${c.step}: ${c.zh}`).join(' | '));
                }
                return verdicts;
              };
            }
            """);
        return new(page);
    }

    /// <summary>For each record what the product says, and what the browser says with the steps that failed.</summary>
    public async Task<IReadOnlyList<(string Product, string Browser)>> AskAsync(IReadOnlyList<(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files, byte[] Trust)> records)
    {
        var told = await page.EvaluateAsync<string[]>(
            "records => window.verifyAll(records)",
            records.Select(r => new { files = r.Files.ToDictionary(f => f.Key, f => Convert.ToBase64String(f.Value.Span)), trust = Convert.ToBase64String(r.Trust) }).ToArray());
        return [.. records.Zip(told, (record, browser) => (Verify.Record(record.Files, record.Trust).Verdict.ToString().ToLowerInvariant(), browser))];
    }
}
