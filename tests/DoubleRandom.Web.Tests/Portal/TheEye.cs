namespace DoubleRandom.Web.Tests.Portal;

/// <summary>Looks at public pages without script at both widths and on paper, and keeps what it saw.</summary>
internal static class TheEye
{
    public static async Task LookAtAsync(ABrowser browser, PublicSite site, string name, params string[] addresses)
    {
        foreach (var (at, address) in addresses.Index())
        {
            foreach (var (page, width) in new[] { (await browser.DesktopAsync(), "desktop"), (await browser.PhoneAsync(), "phone") })
            {
                await page.GotoAsync(site.Address + address);
                await ABrowser.LookAtAsync(page, $"{name}-{at:00}-{width}");
                await page.Context.CloseAsync();
            }
        }
    }
}
