using System.CommandLine;
using System.Security.Cryptography;
using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Draws.Changing;
using DoubleRandom.Draws.Holding;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Cli.Draws;

/// <summary><c>draw extend|replace|substitute|match</c>: what changes a sealed draw, each by two people and by the draw's own order.</summary>
internal static class DrawChangeCommands
{
    private static readonly Words Words = DrawCommand.Words;

    public static Command Extend()
    {
        var number = DrawCommand.Number();
        var task = new Option<string>("--task") { Description = Words.Both("task"), Required = true };
        var stratum = new Option<string>("--stratum") { Description = Words.Both("stratum"), DefaultValueFactory = _ => "" };
        var count = new Option<int>("--count") { Description = Words.Both("count"), Required = true };
        var reason = new Option<string>("--reason") { Description = Words.Both("reason"), Required = true };
        var approver = DrawCommand.Approver();
        return new ProductHost().Does(new Command("extend", Words.Both("extend")) { number, task, stratum, count, reason, approver }, async (line, services, actor, stop) =>
        {
            var second = await DrawCommand.SecondPersonAsync(line, services, actor, line.GetValue(approver)!, stop);
            if (second.Refused(out var no))
            {
                return line.Refuse(no);
            }

            var wish = new Supplement(line.GetValue(number)!, line.GetValue(task)!, line.GetValue(stratum)!, line.GetValue(count), line.GetValue(reason)!);
            return line.Say(await services.GetRequiredService<ExtendDraw>().RunAsync(actor, wish, second.Value, stop), added => string.Join('\n', added));
        });
    }

    public static Command Replace()
    {
        var number = DrawCommand.Number();
        var task = new Option<string?>("--task") { Description = Words.Both("task-of") };
        var subject = new Option<string>("--subject") { Description = Words.Both("subject"), Required = true };
        var reason = new Option<string>("--reason") { Description = Words.Both("reason-listed"), Required = true };
        var evidence = new Option<FileInfo>("--evidence") { Description = Words.Both("evidence-file"), Required = true };
        evidence.AcceptExistingOnly();
        var approver = DrawCommand.Approver();
        return new ProductHost().Does(new Command("replace", Words.Both("replace")) { number, task, subject, reason, evidence, approver }, async (line, services, actor, stop) =>
        {
            var second = await DrawCommand.SecondPersonAsync(line, services, actor, line.GetValue(approver)!, stop);
            if (second.Refused(out var no))
            {
                return line.Refuse(no);
            }

            await using var file = line.GetValue(evidence)!.OpenRead();
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
            var draw = line.GetValue(number)!;
            var wish = new Replacement(draw, line.GetValue(task) ?? draw, line.GetValue(subject)!, line.GetValue(reason)!, hash);
            return line.Say(await services.GetRequiredService<ReplaceSubject>().RunAsync(actor, wish, second.Value, stop), added => added);
        });
    }

    public static Command Substitute()
    {
        var number = DrawCommand.Number();
        var slot = new Option<string>("--slot") { Description = Words.Both("slot"), Required = true };
        var reason = new Option<SubstitutionReason>("--reason") { Description = Words.Both("reason-absent"), Required = true };
        var evidence = new Option<string>("--evidence") { Description = Words.Both("evidence"), Required = true };
        var approver = DrawCommand.Approver();
        return new ProductHost().Does(new Command("substitute", Words.Both("substitute")) { number, slot, reason, evidence, approver }, async (line, services, actor, stop) =>
        {
            var second = await DrawCommand.SecondPersonAsync(line, services, actor, line.GetValue(approver)!, stop);
            if (second.Refused(out var no))
            {
                return line.Refuse(no);
            }

            var wish = new Substitute(line.GetValue(number)!, line.GetValue(slot)!, line.GetValue(reason).ToString(), line.GetValue(evidence)!);
            return line.Say(await SubstituteAsync(services, actor, second.Value, wish, line.GetValue(reason), stop), inspector => inspector);
        });
    }

    public static Command Match()
    {
        var number = DrawCommand.Number();
        var guests = new Option<string[]>("--guest") { Description = Words.Both("guests") };
        return new ProductHost().Does(new Command("match", Words.Both("match")) { number, guests }, async (line, services, actor, stop) => line.Say(
            await services.GetRequiredService<CommitMatch>().RunAsync(actor, new MatchWish(line.GetValue(number)!) { Guests = line.GetValue(guests) ?? [] }, stop),
            draw => Words.Both("committed", draw.Number, draw.Attempt)));
    }

    /// <summary>Before the release of the visits the place itself; afterwards by a request on the visit, so that its team changes with it.</summary>
    private static async Task<Outcome<string>> SubstituteAsync(
        IServiceProvider services, Actor actor, Actor approver, Substitute wish, SubstitutionReason reason, CancellationToken stop)
    {
        var (visit, asked) = await services.GetRequiredService<SubstitutionReader>().OfPlaceAsync(actor, wish.Number, wish.Slot, stop);
        if (visit is not { } id)
        {
            return await services.GetRequiredService<SubstituteInspector>().RunAsync(actor, wish, approver, stop);
        }

        if (asked is null)
        {
            var asking = await services.GetRequiredService<AskSubstitution>().RunAsync(actor, new(id, wish.Slot, reason, wish.Evidence), stop);
            if (asking.Refused(out var no))
            {
                return no;
            }

            asked = asking.Value;
        }

        var decided = await services.GetRequiredService<DecideSubstitution>().ApproveAsync(approver, asked.Value, stop);
        return decided.Refused(out var refused)
            ? refused
            : (await services.GetRequiredService<VisitReader>().FindAsync(actor, id, stop))!.Team.First(m => m.Inspector == decided.Value).Number;
    }
}
