using System.CommandLine;
using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Decisions;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Deciding;
using DoubleRandom.Inspections;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Cli.Decisions;

/// <summary>
/// <c>doublerandom request list|approve|decline|withdraw</c>: what one person has asked for and another decides. Whoever decides signs in with an account and
/// password of their own; the operator at the machine cannot.
/// </summary>
internal static class RequestCommand
{
    private static readonly Words Words = new(typeof(RequestCommand));

    public static Command Make() => new("request", Words.Both("request")) { List(), Approve(), Decline(), Withdraw() };

    private static Command List() => new ProductHost().Does(new Command("list", Words.Both("list")), async (line, services, actor, stop) =>
    {
        var draws = await services.GetRequiredService<DrawRequestReader>().PageAsync(actor, new() { State = DecisionState.Asked, Size = int.MaxValue }, stop);
        var places = await services.GetRequiredService<SubstitutionReader>().PageAsync(actor, new() { State = DecisionState.Asked, Size = int.MaxValue }, stop);
        var corrections = await services.GetRequiredService<CorrectionReader>().PageAsync(actor, DecisionState.Asked, 1, stop);
        string[] lines =
        [
            .. draws.Lines.Select(d => $"{d.Request.Id}  {d.Request.Kind}  {d.Request.Draw}  {d.Request.Department.Code}  {d.Decision.AskedBy}  {d.Request.Reason}"),
            .. places.Lines.Select(s => $"{s.Id}  {nameof(DrawRequestKind.Substitute)}  {s.VisitNumber}  {s.Department.Code}  {s.Decision.AskedBy}  {s.Evidence}"),
            .. corrections.Lines.Select(c => $"{c.Id}  Correct  {c.VisitNumber}  {c.AskedBy}  {c.Reason}"),
        ];
        foreach (var text in lines is [] ? [Words.Both("none")] : lines)
        {
            line.InvocationConfiguration.Output.WriteLine(Terminal.OneLine(text));
        }

        return ExitCode.Done;
    });

    private static Command Approve() => Decides(new Command("approve", Words.Both("approve")), null, "approved", async (services, actor, id, _, stop) => await KindAsync(services, id, stop) switch
    {
        Asked.Substitution => (await services.GetRequiredService<DecideSubstitution>().ApproveAsync(actor, new(id), stop)).Refusal,
        Asked.Correction => await services.GetRequiredService<CorrectResult>().ApproveAsync(actor, new(id), stop),
        _ => await services.GetRequiredService<DecideDrawChange>().ApproveAsync(actor, new(id), stop),
    });

    private static Command Decline() => Decides(new Command("decline", Words.Both("decline")), Reason(), "declined", async (services, actor, id, note, stop) => await KindAsync(services, id, stop) switch
    {
        Asked.Substitution => await services.GetRequiredService<DecideSubstitution>().DeclineAsync(actor, new(id), note, stop),
        Asked.Correction => await services.GetRequiredService<CorrectResult>().DeclineAsync(actor, new(id), note, stop),
        _ => await services.GetRequiredService<DecideDrawChange>().DeclineAsync(actor, new(id), note, stop),
    });

    private static Command Withdraw()
    {
        var (id, reason) = (Id(), Reason());
        return new ProductHost().Does(new Command("withdraw", Words.Both("withdraw")) { id, reason }, async (line, services, actor, stop) => Said(
            line, await services.GetRequiredService<DecideDrawChange>().WithdrawAsync(actor, new(line.GetValue(id)), line.GetValue(reason), stop), "withdrawn"));
    }

    private static Command Decides(Command command, Option<string>? reason, string done, Func<IServiceProvider, Actor, Guid, string?, CancellationToken, Task<Refusal?>> decide)
    {
        var (id, account) = (Id(), new Option<string>("--account") { Description = Words.Both("account"), Required = true });
        command.Add(id);
        command.Add(account);
        if (reason is not null)
        {
            command.Add(reason);
        }

        return new ProductHost().Does(command, async (line, services, actor, stop) =>
        {
            var signedIn = await services.GetRequiredService<SignIn>().RunAsync(line.GetValue(account)!, SecretInput.Read("DOUBLERANDOM_APPROVER_PASSWORD"), stop);
            services.GetRequiredService<SupervisionDb>().See(actor.Jurisdiction);
            return signedIn.Refused(out var no, out var person) || person.ToSign().Refused(out no, out var decider)
                ? line.Refuse(no)
                : Said(line, await decide(services, decider, line.GetValue(id), reason is null ? null : line.GetValue(reason), stop), done);
        });
    }

    private static Argument<Guid> Id() => new("REQUEST") { Description = Words.Both("id") };

    private static Option<string> Reason() => new("--reason") { Description = Words.Both("reason"), Required = true };

    private static int Said(ParseResult line, Refusal? refused, string done)
    {
        if (refused is not null)
        {
            return line.Refuse(refused);
        }

        line.InvocationConfiguration.Output.WriteLine(Words.Both(done));
        return ExitCode.Done;
    }

    private static async Task<Asked> KindAsync(IServiceProvider services, Guid id, CancellationToken stop)
    {
        var db = services.GetRequiredService<SupervisionDb>();
        return await db.SubstitutionRequests.AnyAsync(r => r.Id == new Id<SubstitutionRequest>(id), stop) ? Asked.Substitution
            : await db.ResultCorrections.AnyAsync(c => c.Id == new Id<ResultCorrection>(id), stop) ? Asked.Correction
            : Asked.OfADraw;
    }

    private enum Asked
    {
        OfADraw,
        Substitution,
        Correction,
    }
}
