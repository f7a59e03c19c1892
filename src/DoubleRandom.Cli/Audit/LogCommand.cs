using System.CommandLine;
using DoubleRandom.Log;
using DoubleRandom.Publication;
using DoubleRandom.Verifiable.Hashing;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Cli.Audit;

/// <summary><c>doublerandom log found|witness|confirm|cosign|quorum|check|show</c>: the county's transparency log [透明日志].</summary>
internal static class LogCommand
{
    private static readonly Words Words = new(typeof(LogCommand));

    public static Command Make() => new("log", Words.Both("log")) { Found(), Witness(), Confirm(), Cosign(), Quorum(), Check(), Show() };

    private static Command Found()
    {
        var quorum = new Option<int>("--quorum") { Description = Words.Both("quorum"), DefaultValueFactory = _ => 2 };
        var suite = new Option<string>("--suite") { Description = Words.Both("suite"), DefaultValueFactory = _ => Suite.Sha256.Name };
        return new ProductHost().Does(new Command("found", Words.Both("found")) { quorum, suite }, async (line, services, actor, stop) =>
            line.Say(await services.GetRequiredService<FoundLog>().RunAsync(actor, line.GetValue(quorum), Suite.Named(line.GetValue(suite)!).Value, stop), origin => Words.Both("founded", origin)), begins: true);
    }

    private static Command Witness()
    {
        var name = new Argument<string>("NAME") { Description = Words.Both("name") };
        var role = new Option<string>("--role") { Description = Words.Both("role"), Required = true };
        var phone = new Option<string>("--phone-at") { Description = Words.Both("phone-at") };
        return new ProductHost().Does(new Command("witness", Words.Both("witness")) { name, role, phone }, async (line, services, actor, stop) =>
        {
            if (line.GetValue(phone) is { } site)
            {
                var secret = await services.GetRequiredService<AppointByPhone>().InviteAsync(actor, line.GetValue(name)!, line.GetValue(role)!, stop);
                return line.Say(secret, made => $"{site.TrimEnd('/')}/witness-key/{made}");
            }

            var wish = new WitnessWish(line.GetValue(name)!, line.GetValue(role)!, SecretInput.Read("DOUBLERANDOM_PASSPHRASE"));
            return line.Say(await services.GetRequiredService<AppointWitness>().RunAsync(actor, wish, stop), key => Words.Both("appointed", key));
        });
    }

    private static Command Confirm()
    {
        var (name, key) = (new Argument<string>("NAME") { Description = Words.Both("name") }, new Argument<string>("KEY") { Description = Words.Both("key") });
        return new ProductHost().Does(new Command("confirm", Words.Both("confirm")) { name, key }, async (line, services, actor, stop) => line.Say(
            await services.GetRequiredService<AppointByPhone>().ConfirmAsync(actor, line.GetValue(name)!, line.GetValue(key)!, stop), taken => Words.Both("appointed", taken)));
    }

    private static Command Cosign()
    {
        var name = new Argument<string>("NAME") { Description = Words.Both("name") };
        return new ProductHost().Does(new Command("cosign", Words.Both("cosign")) { name }, async (line, services, actor, stop) => line.Say(
            await services.GetRequiredService<CosignLog>().RunAsync(actor, line.GetValue(name)!, SecretInput.Read("DOUBLERANDOM_PASSPHRASE"), stop), count => Words.Both("cosigned", count)));
    }

    private static Command Quorum()
    {
        var number = new Argument<int>("N") { Description = Words.Both("quorum") };
        return new ProductHost().Does(new Command("quorum", Words.Both("set-quorum")) { number }, async (line, services, actor, stop) =>
            line.Say(await services.GetRequiredService<SetQuorum>().RunAsync(actor, line.GetValue(number), stop), set => Words.Both("quorum-is", set)));
    }

    private static Command Check() => new ProductHost().Does(new Command("check", Words.Both("check")), async (line, services, actor, stop) =>
    {
        if (await services.GetRequiredService<LogReader>().FindAsync(stop) is null)
        {
            return line.Refuse(Words.Refuse("none", null));
        }

        if (await services.GetRequiredService<CheckLog>().RunAsync(actor, stop) is { } differs)
        {
            line.Refuse(differs);
            return ExitCode.No;
        }

        line.InvocationConfiguration.Output.WriteLine(Words.Both("fits"));
        return ExitCode.Done;
    });

    private static Command Show() => new ProductHost().Does(new Command("show", Words.Both("show")), async (line, services, _, stop) =>
    {
        if (await services.GetRequiredService<LogReader>().FindAsync(stop) is not { } log)
        {
            return line.Refuse(Words.Refuse("none", null));
        }

        var output = line.InvocationConfiguration.Output;
        output.WriteLine($"{log.Origin}  {log.PublicKey}");
        output.WriteLine(Words.Both("state", log.Size, log.Root, log.CosignedSize, log.Quorum));
        foreach (var witness in log.Witnesses)
        {
            output.WriteLine(Terminal.OneLine($"  {witness.Name}  {witness.PublicKey}  {witness.Role}"));
        }

        foreach (var key in await services.GetRequiredService<AppointByPhone>().WaitingAsync(stop))
        {
            output.WriteLine(Terminal.OneLine($"  {key.Name}  {key.PublicKey}  {key.Role}  {Words.Both("waiting")}"));
        }

        return ExitCode.Done;
    });
}
