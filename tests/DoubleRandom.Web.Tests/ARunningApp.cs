using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Tests.Gallery;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DoubleRandom.Web.Tests.ARunningApp))]

namespace DoubleRandom.Web.Tests;

/// <summary>The whole app on Kestrel at a free loopback port, its data in a folder of its own; shared by all tests.</summary>
public sealed class ARunningApp : AServedApp
{
    private readonly string data;

    /// <summary>Starts it.</summary>
    public ARunningApp()
        : this(Directory.CreateTempSubdirectory("doublerandom-web-").FullName)
    {
    }

    private ARunningApp(string data)
        : base(new(data)) => this.data = data;

    /// <summary>A client that follows no redirect and keeps no cookie unless asked to.</summary>
    public HttpClient Client(bool keepsCookies = false) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = keepsCookies }) { BaseAddress = new(Address) };

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
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
        Directory.Delete(data, recursive: true);
        GC.SuppressFinalize(this);
    }
}
