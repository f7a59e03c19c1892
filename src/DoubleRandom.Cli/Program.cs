using System.CommandLine;
using DoubleRandom.Cli.Access;
using DoubleRandom.Cli.Audit;
using DoubleRandom.Cli.Backups;
using DoubleRandom.Cli.Decisions;
using DoubleRandom.Cli.Demo;
using DoubleRandom.Cli.Directories;
using DoubleRandom.Cli.Draws;
using DoubleRandom.Cli.WorkingDays;

namespace DoubleRandom.Cli;

/// <summary>The command line [命令行]: its table of contents.</summary>
internal static class Program
{
    private static readonly Words Words = new(typeof(Program));

    /// <summary>Every command, one line each.</summary>
    private static Command Commands() => new("doublerandom", Words.Both("product"))
    {
        VerifyCommand.Make(),
        WorkdaysCommand.Make(),
        ImportCommand.Make(),
        LogCommand.Make(),
        DrawCommand.Make(),
        RequestCommand.Make(),
        DemoCommand.Make(),
        AccountCommand.Make(),
        BackupCommand.Make(),
    };

    /// <inheritdoc cref="CommandLine.RunAsync"/>
    internal static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        CommandLine.RunAsync(Commands, args, output, error);

    private static Task<int> Main(string[] args) => RunAsync(args, Console.Out, Console.Error);
}
