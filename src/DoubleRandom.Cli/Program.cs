using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using DoubleRandom.Cli.Access;
using DoubleRandom.Cli.Audit;
using DoubleRandom.Cli.Backups;
using DoubleRandom.Cli.Demo;
using DoubleRandom.Cli.Directories;
using DoubleRandom.Cli.Draws;
using DoubleRandom.Cli.Verify;
using DoubleRandom.Cli.WorkingDays;

namespace DoubleRandom.Cli;

/// <summary>The command line [命令行]: its table of contents, and the outermost place where a broken machine is put into words.</summary>
internal static class Program
{
    private static readonly Words Words = new(typeof(Program));

    /// <summary>Every command, one line each.</summary>
    private static Command Commands() => new("doublerandom", Words.Both("product"))
    {
        new HelpOption { Description = Words.Both("help") },
        new VersionOption { Description = Words.Both("version") },
        VerifyCommand.Make(),
        WorkdaysCommand.Make(),
        ImportCommand.Make(),
        LogCommand.Make(),
        DrawCommand.Make(),
        DemoCommand.Make(),
        AccountCommand.Make(),
        BackupCommand.Make(),
    };

    /// <summary>Runs one command line. Exit code 0: done; 1: the answer is no; 2: it could not be done as asked.</summary>
    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
            var line = Commands().Parse(args);
            if (line.Errors.Count > 0)
            {
                return await RefuseAsync(line, error);
            }

            return await line.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
#pragma warning disable CA1031 // The outermost host: whatever went wrong, a person reads one line and no stack trace.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await error.WriteLineAsync(Terminal.OneLine(Words.Both("broken", fault.GetType().Name, fault.Message)));
            return ExitCode.Unusable;
        }
    }

    private static Task<int> Main(string[] args) => RunAsync(args, Console.Out, Console.Error);

    private static async Task<int> RefuseAsync(ParseResult line, TextWriter error)
    {
        // An unknown option is taken for the value of an argument; then the unmatched word is an innocent one.
        var option = line.Tokens.FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))?.Value;
        var sentence = (option is null ? line.UnmatchedTokens : [option]) is [var unknown, ..]
            ? Words.Both("unknown", unknown)
            : line.Tokens.Count == 0 ? Words.Both("no-command") : Words.Both("wrong-input", line.Errors[0].Message);
        await error.WriteLineAsync(Terminal.OneLine(sentence));
        await error.WriteLineAsync(Words.Both("see-help"));
        return ExitCode.Unusable;
    }
}
