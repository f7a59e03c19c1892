using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Serilog;

namespace DoubleRandom.Web;

/// <summary>Where the process listens, what it accepts, and where it keeps its logs and keys.</summary>
public static class OwnHost
{
    /// <summary>The largest body that is read at all: larger than any permitted upload, so that a refusal can be given in words.</summary>
    public const long LargestBody = 256L * 1024 * 1024;

    private const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Loopback by default, assets found from any folder, logs to console and to <c>data/logs</c>, keys in <c>data/keys</c>.</summary>
    public static void UseOwnHost(this WebApplicationBuilder builder, StartOptions start)
    {
        var data = start.Storage.DataFolder;
        builder.WebHost.UseStaticWebAssets();
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = LargestBody);
        builder.Services.AddDataProtection().SetApplicationName("DoubleRandom")
            .PersistKeysToFileSystem(new(Path.Combine(data, "keys")));
        builder.Services.AddSerilog(log => log
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", Serilog.Events.LogEventLevel.Information)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", Serilog.Events.LogEventLevel.Error) // the keys are files readable by their owner only
            .Enrich.FromLogContext()
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(
                Path.Combine(data, "logs", "web-.log"),
                outputTemplate: Line,
                formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: 60));
    }

    /// <summary>One line of the log; the request's id is the error number shown to people.</summary>
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {RequestId} {Message:lj}{NewLine}{Exception}";
}
