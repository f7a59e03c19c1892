using System.CommandLine;
using DoubleRandom.Access;
using DoubleRandom.Draws.Changing;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Draws.Reading;
using DoubleRandom.Publication;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Cli.Draws;

/// <summary><c>doublerandom draw leave-out|take-in|preview|commit|cosign|contribute|invite|beacon|seal|open|void|extend|replace|substitute|match|export|list</c>: the draw [抽取].</summary>
internal static class DrawCommand
{
    internal static readonly Words Words = new(typeof(DrawCommand));

    public static Command Make() => new("draw", Words.Both("draw"))
    {
        List(), LeaveOutCommands.LeaveOut(), LeaveOutCommands.TakeIn(), DrawWishCommands.Preview(), DrawWishCommands.Commit(), Cosign(), Contribute(), DrawRandomnessCommands.Invite(), DrawRandomnessCommands.Beacon(), Seal(), Open(), Void(), DrawChangeCommands.Extend(), DrawChangeCommands.Replace(), DrawChangeCommands.Substitute(),
        DrawChangeCommands.Match(), Export(),
    };

    /// <summary>The draw's number.</summary>
    internal static Argument<string> Number() => new("NUMBER") { Description = Words.Both("number") };

    private static Command List() => new ProductHost().Does(new Command("list", Words.Both("list")), async (line, services, _, stop) =>
    {
        var draws = await services.GetRequiredService<DrawReader>().ListAsync(stop);
        if (draws.Count == 0)
        {
            line.InvocationConfiguration.Output.WriteLine(Words.Both("no-draws"));
        }

        foreach (var draw in draws)
        {
            line.InvocationConfiguration.Output.WriteLine(Terminal.OneLine($"{draw.Number}/{draw.Attempt}  {DrawRegister.Name(draw.State)}  {draw.Drawn}  {draw.Title}"));
        }

        return ExitCode.Done;
    });

    private static Command Cosign()
    {
        var (number, witness) = (Number(), new Argument<string>("WITNESS") { Description = Words.Both("witness") });
        return new ProductHost().Does(new Command("cosign", Words.Both("cosign")) { number, witness }, async (line, services, actor, stop) => line.Say(
            await services.GetRequiredService<CosignDraw>().RunAsync(
                actor, line.GetValue(number)!, line.GetValue(witness)!, SecretInput.Read("DOUBLERANDOM_PASSPHRASE"), stop),
            count => Words.Both("cosigned", count)));
    }

    private static Command Contribute()
    {
        var (number, witness) = (Number(), new Argument<string>("WITNESS") { Description = Words.Both("witness") });
        var guest = new Option<bool>("--guest") { Description = Words.Both("guest") };
        return new ProductHost().Does(new Command("contribute", Words.Both("contribute")) { number, witness, guest }, async (line, services, actor, stop) =>
        {
            var value = SecretInput.Read("DOUBLERANDOM_VALUE", Words.Both("value"));
            var passphrase = line.GetValue(guest) ? null : SecretInput.Read("DOUBLERANDOM_PASSPHRASE");
            var wish = new ContributionWish(line.GetValue(number)!, line.GetValue(witness)!, value, passphrase);
            return line.Say(
                await services.GetRequiredService<Contribute>().RunAsync(actor, wish, stop),
                slip => Words.Both(slip.IsLogged ? "contributed" : "contributed-waiting", slip.Commitment, slip.LogSize, slip.Root));
        });
    }

    private static Command Seal()
    {
        var number = Number();
        var witnesses = new Option<string[]>("--cosign") { Description = Words.Both("cosign-now"), AllowMultipleArgumentsPerToken = true };
        return new ProductHost().Does(new Command("seal", Words.Both("seal")) { number, witnesses }, async (line, services, actor, stop) =>
        {
            // Keys live in this process only: whoever cosigns the reveals and the seal unlocks here, one passphrase a line.
            foreach (var witness in line.GetValue(witnesses) ?? [])
            {
                var unlocked = await services.GetRequiredService<CosignDraw>().RunAsync(actor, line.GetValue(number)!, witness, SecretInput.Read($"DOUBLERANDOM_PASSPHRASE_{witness}"), stop);
                if (unlocked.Refused(out var no))
                {
                    return line.Refuse(no);
                }
            }

            return line.Say(
                await services.GetRequiredService<SealDraw>().RunAsync(actor, line.GetValue(number)!, stop),
                slip => Words.Both(slip.Teams > 0 ? "sealed" : "sealed-without-teams", slip.Drawn, slip.Teams, slip.ObjectRoot, string.Join('；', slip.Shortages)));
        });
    }

    private static Command Open()
    {
        var number = Number();
        var reason = new Option<string?>("--reason") { Description = Words.Both("open-early") };
        var approver = new Option<string?>("--approver") { Description = Words.Both("approver") };
        return new ProductHost().Does(new Command("open", Words.Both("open")) { number, reason, approver }, async (line, services, actor, stop) =>
        {
            EarlyOpening? early = null;
            if (line.GetValue(approver) is { } name)
            {
                var second = await SecondPersonAsync(line, services, actor, name, stop);
                if (second.Refused(out var no))
                {
                    return line.Refuse(no);
                }

                early = new EarlyOpening(line.GetValue(reason) ?? "", second.Value);
            }

            return line.Say(
                await services.GetRequiredService<OpenDraw>().RunAsync(actor, line.GetValue(number)!, early, stop),
                cosigned => Words.Both(cosigned ? "opened" : "opened-waiting"));
        });
    }

    private static Command Void()
    {
        var number = Number();
        var code = new Option<VoidCode>("--code") { Description = Words.Both("void-code"), Required = true };
        var reason = new Option<string>("--reason") { Description = Words.Both("reason"), Required = true };
        var approver = Approver();
        return new ProductHost().Does(new Command("void", Words.Both("void")) { number, code, reason, approver }, async (line, services, actor, stop) =>
            await SecondPersonAsync(line, services, actor, line.GetValue(approver)!, stop) is var second && second.Refused(out var no)
                ? line.Refuse(no)
                : line.Say(
                    await services.GetRequiredService<VoidDraw>().RunAsync(actor, line.GetValue(number)!, line.GetValue(code), line.GetValue(reason)!, second.Value, stop),
                    draw => Words.Both("voided", draw.Number, draw.Attempt)));
    }

    private static Command Export()
    {
        var number = Number();
        var folder = new Option<DirectoryInfo?>("--out") { Description = Words.Both("out") };
        var zip = new Option<FileInfo?>("--zip") { Description = Words.Both("zip") };
        return new ProductHost().Does(new Command("export", Words.Both("export")) { number, folder, zip }, async (line, services, _, stop) =>
        {
            var export = services.GetRequiredService<ExportRecord>();
            if (line.GetValue(zip) is { } file)
            {
                var packed = await export.ToZipAsync(line.GetValue(number)!, stop);
                if (packed.Refused(out var no))
                {
                    return line.Refuse(no);
                }

                await File.WriteAllBytesAsync(file.FullName, packed.Value, stop);
            }
            else if (await export.ToFolderAsync(line.GetValue(number)!, (line.GetValue(folder) ?? new DirectoryInfo(line.GetValue(number)!)).FullName, stop) is { } no)
            {
                return line.Refuse(no);
            }

            line.InvocationConfiguration.Output.WriteLine(Words.Both("exported"));
            return ExitCode.Done;
        });
    }

    internal static Option<string> Approver() => new("--approver") { Description = Words.Both("approver"), Required = true };

    /// <summary>The second person signs in here with the own password.</summary>
    internal static async Task<Outcome<Actor>> SecondPersonAsync(ParseResult line, IServiceProvider services, Actor actor, string name, CancellationToken stop)
    {
        var signedIn = await services.GetRequiredService<SignIn>().RunAsync(name, SecretInput.Read("DOUBLERANDOM_APPROVER_PASSWORD"), stop);
        services.GetRequiredService<Storage.SupervisionDb>().See(actor.Jurisdiction);
        return signedIn.Refused(out var no) ? no : signedIn.Value.ToSign();
    }
}
