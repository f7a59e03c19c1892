using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;

namespace DoubleRandom.Verifier;

/// <summary>One command line, from its words to its exit code: the outermost place, where a broken machine is put into words too.</summary>
internal static class CommandLine
{
    private static readonly Words Words = new(typeof(CommandLine));

    /// <summary>Runs one command line. Exit code 0: done; 1: the answer is no; 2: it could not be done as asked.</summary>
    /// <param name="commands">What the program can do; help and version are added here.</param>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="output">Where answers go.</param>
    /// <param name="error">Where refusals go.</param>
    public static async Task<int> RunAsync(Func<Command> commands, string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
            var command = commands();
            command.Options.Add(new HelpOption { Description = Words.Both("help") });
            command.Options.Add(new VersionOption { Description = Words.Both("version") });
            var line = command.Parse(args);
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

    private static async Task<int> RefuseAsync(ParseResult line, TextWriter error)
    {
        // An unknown option is taken for the value of an argument; then the unmatched word is an innocent one.
        var option = line.Tokens.FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))?.Value;
        var sentence = (option is null ? line.UnmatchedTokens : [option]) is [var unknown, ..] ? Words.Both("unknown", unknown)
            : line.CommandResult.Command.Subcommands.Count > 0 ? Words.Both("no-command")
            : Fault(line.Errors[0]);
        await error.WriteLineAsync(Terminal.OneLine(sentence));
        await error.WriteLineAsync(Words.Both("see-help"));
        return ExitCode.Unusable;
    }

    /// <summary>What is wrong with the first argument or option that has a fault: it is missing, or its value cannot be read.</summary>
    private static string Fault(ParseError fault)
    {
        var (name, value) = fault.SymbolResult switch
        {
            OptionResult option => (option.Option.Name, option.Tokens),
            ArgumentResult argument => (argument.Argument.Name, argument.Tokens),
            _ => (null, []),
        };
        return name is null ? Words.Both("wrong-input", fault.Message)
            : value is [var first, ..] ? Words.Both("wrong-value", name, first.Value)
            : Words.Both("missing", name);
    }
}
