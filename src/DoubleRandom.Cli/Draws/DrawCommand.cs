using System.CommandLine;
using DoubleRandom.Access;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Deciding;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Draws.Reading;
using DoubleRandom.Publication;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Cli.Draws;

/// <summary><c>doublerandom draw leave-out|take-in|repeat|preview|commit|cosign|contribute|invite|beacon|seal|open|void|extend|replace|substitute|match|export|list</c>: the draw [抽取].</summary>
internal static class DrawCommand
{
    internal static readonly Words Words = new(typeof(DrawCommand));

    public static Command Make() => new("draw", Words.Both("draw"))
    {
        List(), LeaveOutCommands.LeaveOut(), LeaveOutCommands.TakeIn(), LeaveOutCommands.Repeat(), DrawWishCommands.Preview(), DrawWishCommands.Commit(), Cosign(), Contribute(), DrawRandomnessCommands.Invite(), DrawRandomnessCommands.Beacon(), Seal(), Open(), Void(), DrawChangeCommands.Extend(), DrawChangeCommands.Replace(), DrawChangeCommands.Substitute(),
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
        var reason = new Option<string?>("--early") { Description = Words.Both("open-early") };
        return new ProductHost().Does(new Command("open", Words.Both("open")) { number, reason }, async (line, services, actor, stop) => line.GetValue(reason) is { } why
            ? await line.AskAsync(services, actor, new DrawWanted(DrawRequestKind.OpenEarly, line.GetValue(number)!, why), stop)
            : line.Say(
                await services.GetRequiredService<OpenDraw>().RunAsync(actor, line.GetValue(number)!, stop),
                cosigned => Words.Both(cosigned ? "opened" : "opened-waiting")));
    }

    private static Command Void()
    {
        var number = Number();
        var code = new Option<VoidCode>("--code") { Description = Words.Both("void-code"), Required = true };
        var reason = new Option<string>("--reason") { Description = Words.Both("reason"), Required = true };
        return new ProductHost().Does(new Command("void", Words.Both("void")) { number, code, reason }, (line, services, actor, stop) => line.AskAsync(
            services, actor, new DrawWanted(DrawRequestKind.Void, line.GetValue(number)!, line.GetValue(reason)!) { Code = line.GetValue(code).ToString() }, stop));
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

    /// <summary>Asks for what another person decides, and says what to do next.</summary>
    internal static async Task<int> AskAsync(this ParseResult line, IServiceProvider services, Actor actor, DrawWanted wanted, CancellationToken stop) => line.Say(
        await services.GetRequiredService<AskDrawChange>().RunAsync(actor, wanted, stop),
        request => Words.Both("asked", request.Id, request.Department.Code));
}
