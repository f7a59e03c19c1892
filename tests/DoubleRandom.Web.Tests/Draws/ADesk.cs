using DoubleRandom.Access;
using DoubleRandom.Testing.Draws;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Draws;

/// <summary>The app over one county's data, and the people who sit down at it.</summary>
internal sealed class ADesk(string data) : AServedApp(new(data))
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "Ceremony2026";

    /// <summary>An account that signs in with <see cref="Password"/>.</summary>
    public static async Task AccountAsync(DrawingCounty draw, string name, Role role, Department? department = null)
    {
        var first = await draw.County.AskAsync((CreateAccount c) => c.RunAsync(DrawingCounty.Administrator, new(name, name, [new Post(role, department)])));
        var actor = (await draw.County.AskAsync((SignIn s) => s.RunAsync(name, first.Value))).Value.Actor;
        (await draw.County.AskAsync((ChangePassword c) => c.RunAsync(actor, first.Value, Password))).Refusal.ShouldBeNull();
    }

    /// <summary>A page on which somebody is signed in.</summary>
    public async Task<IPage> SignedInAsync(ABrowser browser, string name)
    {
        var page = await browser.DesktopAsync();
        await page.GotoAsync(Address + "/sign-in");
        await page.Locator("input[autocomplete=username]").FillAsync(name);
        await page.Locator("input[type=password]").FillAsync(Password);
        await page.Locator("button.primary").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>Looks at a page at both widths; axe finds nothing and nothing is cut off.</summary>
    public async Task SeeAsync(IPage page, string? path, string name)
    {
        if (path is not null)
        {
            await page.GotoAsync(Address + path);
        }

        await ABrowser.LookAtBothWaysAsync(page, name);
    }

    /// <summary>Asks for what is filled in, at the clerk's desk; the page then shows the request.</summary>
    public static async Task AskAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "提出申请" }).ClickAsync();
        await page.WaitForURLAsync("**/draws/requests/*");
        await page.Locator(".notice", new() { HasText = "等待市场监管部门负责人审批" }).WaitForAsync();
    }

    /// <summary>Opens the request at the head's desk and approves it.</summary>
    public static async Task ApproveAsync(IPage desk, string request, string act)
    {
        await desk.GotoAsync(request);
        await desk.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        await desk.Locator(".notice", new() { HasText = "已批准并办理" }).WaitForAsync();
    }
}
