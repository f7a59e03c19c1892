using System.CommandLine;
using DoubleRandom.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Cli.Backups;

/// <summary><c>doublerandom backup FILE</c>: a copy of the SQLite database while it is in use [备份].</summary>
internal static class BackupCommand
{
    private static readonly Words Words = new(typeof(BackupCommand));

    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = Words.Both("file") };
        return new ProductHost().Does(new Command("backup", Words.Both("backup")) { file }, async (line, services, actor, stop) =>
            line.Say(await services.GetRequiredService<BackUp>().RunAsync(actor, line.GetValue(file)!, stop), bytes => Words.Both("done", bytes)));
    }
}
