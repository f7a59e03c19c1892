using System.CommandLine;
using DoubleRandom.Draws.Holding;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Cli.Draws;

/// <summary><c>draw invite|beacon</c>: a witness's own telephone, and the public number that a draw has named.</summary>
internal static class DrawRandomnessCommands
{
    private static readonly Words Words = DrawCommand.Words;

    public static Command Invite()
    {
        var (number, witness) = (DrawCommand.Number(), new Argument<string>("WITNESS") { Description = Words.Both("witness") });
        var site = new Option<string>("--address") { Description = Words.Both("address"), Required = true };
        return new ProductHost().Does(new Command("invite", Words.Both("invite")) { number, witness, site }, async (line, services, actor, stop) => line.Say(
            await services.GetRequiredService<InviteWitness>().RunAsync(actor, line.GetValue(number)!, line.GetValue(witness)!, stop),
            secret => $"{line.GetValue(site)!.TrimEnd('/')}/witness/{secret}"));
    }

    public static Command Beacon()
    {
        var (number, value) = (DrawCommand.Number(), new Argument<string>("VALUE") { Description = Words.Both("beacon-value") });
        var again = new Option<string>("--again") { Description = Words.Both("beacon-again"), Required = true };
        return new ProductHost().Does(new Command("beacon", Words.Both("beacon")) { number, value, again }, async (line, services, actor, stop) =>
        {
            var refusal = await services.GetRequiredService<TellBeacon>().RunAsync(actor, line.GetValue(number)!, line.GetValue(value)!, line.GetValue(again)!, stop);
            Outcome<string> told = refusal is null ? Words.Both("beacon-told") : refusal;
            return line.Say(told, said => said);
        });
    }
}
