using DoubleRandom.Access;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Registers;

/// <summary>A person with an account, a post and a password of his own, signed in at a browser page.</summary>
internal static class AClerk
{
    private const string Password = "Register-2026";

    /// <summary>Creates the account where there is none yet.</summary>
    public static async Task<string> WithAsync(ARunningApp app, Role role, string department = "")
    {
        var name = $"{role}{department}".ToLowerInvariant();
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(TestCounty.Menghai);
        var machine = Actor.AtTheMachine(TestCounty.Menghai, "test");
        var created = await scope.ServiceProvider.GetRequiredService<CreateAccount>()
            .RunAsync(machine, new(name, "岩温", [new Post(role, Department.TryParse(department, null, out var d) ? d : null)]));
        if (!created.Refused(out _))
        {
            var signedIn = await scope.ServiceProvider.GetRequiredService<SignIn>().RunAsync(name, created.Value);
            (await scope.ServiceProvider.GetRequiredService<ChangePassword>().RunAsync(signedIn.Value.Actor, created.Value, Password)).Refusal.ShouldBeNull();
        }

        return name;
    }

    /// <summary>Signs in at the page.</summary>
    public static async Task SignInAsync(ARunningApp app, IPage page, Role role, string department = "")
    {
        var name = await WithAsync(app, role, department);
        await page.GotoAsync(app.Address + "/sign-in");
        await page.Locator("[name='Input.UserName']").FillAsync(name);
        await page.Locator("[name='Input.Password']").FillAsync(Password);
        await page.Locator("form.card button.primary, .form button.primary").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Runs one act or reading beside the browser.</summary>
    public static async Task<TResult> AskAsync<TService, TResult>(this ARunningApp app, Func<TService, Task<TResult>> ask)
        where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(TestCounty.Menghai);
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
