using System.CommandLine;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Preparing;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Cli.Draws;

/// <summary><c>draw leave-out|take-in</c>: who does not take part in a task's draw, decided before the commitment.</summary>
internal static class LeaveOutCommands
{
    private static readonly Words Words = DrawCommand.Words;

    public static Command LeaveOut()
    {
        var code = new Option<LeftOutReason>("--code") { Description = Words.Both("left-out-code"), Required = true };
        return Make("leave-out", "left-out", code, line => line.GetValue(code));
    }

    public static Command TakeIn() => Make("take-in", "taken-in", null, _ => null);

    private static Command Make(string name, string done, Option? code, Func<ParseResult, LeftOutReason?> reasonOf)
    {
        var task = new Argument<string>("TASK") { Description = Words.Both("task") };
        var subject = new Option<string>("--subject") { Description = Words.Both("left-out-subject"), Required = true };
        var note = new Option<string>("--reason") { Description = Words.Both("reason"), Required = true };
        var command = new Command(name, Words.Both(name)) { task, subject, note };
        if (code is not null)
        {
            command.Add(code);
        }

        return new ProductHost().Does(command, async (line, services, actor, stop) => line.Say(
            await services.GetRequiredService<LeaveOut>().RunAsync(actor, line.GetValue(task)!, line.GetValue(subject)!, reasonOf(line), line.GetValue(note)!, stop),
            _ => Words.Both(done, line.GetValue(subject))));
    }
}
