using System.CommandLine;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Preparing;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Cli.Draws;

/// <summary><c>draw leave-out|take-in|repeat</c>: who does not take part in a task's draw, and who may once more; decided before the commitment.</summary>
internal static class LeaveOutCommands
{
    private static readonly Words Words = DrawCommand.Words;

    public static Command LeaveOut()
    {
        var (task, subject, note) = (Task(), Subject(), Note());
        var code = new Option<LeftOutReason>("--code") { Description = Words.Both("left-out-code"), Required = true };
        return new ProductHost().Does(new Command("leave-out", Words.Both("leave-out")) { task, subject, note, code }, (line, services, actor, stop) => line.AskAsync(
            services,
            actor,
            new DrawWanted(DrawRequestKind.LeaveOut, line.GetValue(task)!, line.GetValue(note)!) { SubjectCode = line.GetValue(subject), Code = line.GetValue(code).ToString() },
            stop));
    }

    public static Command TakeIn()
    {
        var (task, subject, note) = (Task(), Subject(), Note());
        return new ProductHost().Does(new Command("take-in", Words.Both("take-in")) { task, subject, note }, async (line, services, actor, stop) =>
        {
            if (await services.GetRequiredService<TakeIn>().RunAsync(actor, line.GetValue(task)!, line.GetValue(subject)!, line.GetValue(note), stop) is { } no)
            {
                return line.Refuse(no);
            }

            line.InvocationConfiguration.Output.WriteLine(Words.Both("taken-in", line.GetValue(subject)));
            return ExitCode.Done;
        });
    }

    public static Command Repeat()
    {
        var (task, note) = (Task(), Note());
        var ground = new Option<RepeatGround>("--ground") { Description = Words.Both("repeat"), Required = true };
        return new ProductHost().Does(new Command("repeat", Words.Both("ask-repeat")) { task, ground, note }, (line, services, actor, stop) => line.AskAsync(
            services, actor, new DrawWanted(DrawRequestKind.Repeat, line.GetValue(task)!, line.GetValue(note)!) { Code = line.GetValue(ground).ToString() }, stop));
    }

    private static Argument<string> Task() => new("TASK") { Description = Words.Both("task") };

    private static Option<string> Subject() => new("--subject") { Description = Words.Both("left-out-subject"), Required = true };

    private static Option<string> Note() => new("--reason") { Description = Words.Both("reason"), Required = true };
}
