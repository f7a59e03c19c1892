using System.CommandLine;
using System.Security.Cryptography;
using DoubleRandom.Assignments;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Holding;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Cli.Draws;

/// <summary><c>draw extend|replace|substitute|match</c>: what changes a sealed draw, each asked for, decided by another, and done by the draw's own order.</summary>
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
        return new ProductHost().Does(new Command("extend", Words.Both("extend")) { number, task, stratum, count, reason }, (line, services, actor, stop) => line.AskAsync(
            services,
            actor,
            new DrawWanted(DrawRequestKind.Extend, line.GetValue(number)!, line.GetValue(reason)!)
            {
                Part = line.GetValue(task),
                Stratum = line.GetValue(stratum),
                Count = line.GetValue(count),
            },
            stop));
    }

    public static Command Replace()
    {
        var number = DrawCommand.Number();
        var task = new Option<string?>("--task") { Description = Words.Both("task-of") };
        var subject = new Option<string>("--subject") { Description = Words.Both("subject"), Required = true };
        var reason = new Option<string>("--reason") { Description = Words.Both("reason-listed"), Required = true };
        var evidence = new Option<FileInfo>("--evidence") { Description = Words.Both("evidence-file"), Required = true };
        evidence.AcceptExistingOnly();
        return new ProductHost().Does(new Command("replace", Words.Both("replace")) { number, task, subject, reason, evidence }, async (line, services, actor, stop) =>
        {
            await using var file = line.GetValue(evidence)!.OpenRead();
            var draw = line.GetValue(number)!;
            return await line.AskAsync(
                services,
                actor,
                new DrawWanted(DrawRequestKind.Replace, draw, line.GetValue(reason)!)
                {
                    Part = line.GetValue(task) ?? draw,
                    SubjectCode = line.GetValue(subject),
                    Evidence = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)),
                },
                stop);
        });
    }

    /// <summary>Before the release of the visits the place itself; afterwards by a request on the visit, so that its team changes with it.</summary>
    public static Command Substitute()
    {
        var number = DrawCommand.Number();
        var slot = new Option<string>("--slot") { Description = Words.Both("slot"), Required = true };
        var reason = new Option<SubstitutionReason>("--reason") { Description = Words.Both("reason-absent"), Required = true };
        var evidence = new Option<string>("--evidence") { Description = Words.Both("evidence"), Required = true };
        return new ProductHost().Does(new Command("substitute", Words.Both("substitute")) { number, slot, reason, evidence }, async (line, services, actor, stop) =>
        {
            var (draw, place, why, shown) = (line.GetValue(number)!, line.GetValue(slot)!, line.GetValue(reason), line.GetValue(evidence)!);
            return await services.GetRequiredService<SubstitutionReader>().OfPlaceAsync(actor, draw, place, stop) is { } visit
                ? line.Say(
                    await services.GetRequiredService<AskSubstitution>().RunAsync(actor, new(visit, place, why, shown), stop),
                    request => Words.Both("asked", request, place.Split('/')[1]))
                : await line.AskAsync(
                    services, actor, new DrawWanted(DrawRequestKind.Substitute, draw, why.ToString()) { Slot = place, Evidence = shown }, stop);
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
}
