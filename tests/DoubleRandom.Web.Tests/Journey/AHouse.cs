using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Journey;

/// <summary>The whole app over an empty county of its own, on SQLite or PostgreSQL, its clock at 2026-03-02 09:00 in Shanghai.</summary>
internal sealed class AHouse : AServedApp
{
    private const string Password = "Journey-2026";
    private readonly StorageChoice storage;

    private AHouse(StorageChoice storage)
        : base(storage) => this.storage = storage;

    /// <summary>The county's today.</summary>
    public DateOnly Today => Services.GetRequiredService<TimeProvider>().Today();

    /// <summary>Starts it.</summary>
    public static async Task<AHouse> OnAsync(DatabaseKind kind)
    {
        var copy = await Templates.CopyAsync(kind);
        DemoClock.Set(copy.DataFolder, TimeProvider.System, new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        return new(copy);
    }

    /// <summary>Gives somebody an account whose first password has been changed.</summary>
    public async Task AccountAsync(string name, Role role, string department = "")
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(TestCounty.Menghai);
        var post = new Post(role, department.Length == 0 ? null : Department.Parse(department, null));
        var first = await scope.ServiceProvider.GetRequiredService<CreateAccount>()
            .RunAsync(Actor.AtTheMachine(TestCounty.Menghai, "test"), new(name, name, [post]));
        var actor = await scope.ServiceProvider.GetRequiredService<ActorReader>().FindAsync(name);
        (await scope.ServiceProvider.GetRequiredService<ChangePassword>().RunAsync(actor!, first.Value, Password)).Refusal.ShouldBeNull();
    }

    /// <summary>Whoever sat at the page leaves; the named person signs in.</summary>
    public async Task SignInAsync(IPage page, string name)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(Address + "/sign-in");
        await page.Locator("[name='Input.UserName']").FillAsync(name);
        await page.Locator("[name='Input.Password']").FillAsync(Password);
        await page.Locator("main button.primary").ClickAsync();
        await page.WaitForURLAsync(Address + "/");
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Serilog.Log.CloseAndFlushAsync();
        await Templates.RemoveAsync(storage);
    }
}
