using DoubleRandom.Web.Layout;
using DoubleRandom.Web.Tests.Gallery;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DoubleRandom.Web.Tests.ARunningApp))]

namespace DoubleRandom.Web.Tests;

/// <summary>The whole app on Kestrel at a free loopback port, its data in a folder of its own; shared by all tests.</summary>
public sealed class ARunningApp : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("doublerandom-web-");

    /// <summary>Starts it.</summary>
    public ARunningApp()
    {
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Where it listens, without a final slash.</summary>
    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>A client that follows no redirect and keeps no cookie unless asked to.</summary>
    public HttpClient Client(bool keepsCookies = false) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = keepsCookies }) { BaseAddress = new(Address) };

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Data", data.FullName);
        builder.UseSetting("Demo", "false");
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<IStartupFilter, WithGallery>();
            services.AddScoped<Desk>(_ => WithGallery.Desk);
        });
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Serilog.Log.CloseAndFlushAsync();
        data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
