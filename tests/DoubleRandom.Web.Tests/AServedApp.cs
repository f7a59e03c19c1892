using DoubleRandom.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace DoubleRandom.Web.Tests;

/// <summary>The whole app on Kestrel at a free loopback port, in Production, over one data folder; it starts no demo.</summary>
/// <remarks>
/// The port is asked for as the app's own setting. Given to <c>UseKestrel</c> it would be set after the app is built, when the app's own
/// thread may already have started to listen.
/// </remarks>
public abstract class AServedApp : WebApplicationFactory<Program>
{
    private readonly StorageChoice storage;

    /// <summary>Starts it.</summary>
    protected AServedApp(StorageChoice storage)
    {
        this.storage = storage;
        UseKestrel();
        StartServer();
    }

    /// <summary>Where it listens, without a final slash.</summary>
    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production").UseUrls("http://127.0.0.1:0").UseSetting("Data", storage.DataFolder).UseSetting("Demo", "false");
        if (storage.Postgres is { } connection)
        {
            builder.UseSetting("Database", connection);
        }
    }
}
