using System.CommandLine;
using DoubleRandom.Access;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Cli.Access;

/// <summary><c>doublerandom account reset NAME</c>: helps whoever lost a password [重置密码].</summary>
internal static class AccountCommand
{
    private static readonly Words Words = new(typeof(AccountCommand));

    public static Command Make()
    {
        var name = new Argument<string>("NAME") { Description = Words.Both("name") };
        return new("account", Words.Both("account"))
        {
            new ProductHost().Does(new Command("reset", Words.Both("reset")) { name }, async (line, services, actor, stop) =>
                line.Say(await services.GetRequiredService<ResetPassword>().RunAsync(actor, line.GetValue(name)!, Words.InChinese("at-the-machine"), stop), password => Words.Both("done", password))),
        };
    }
}
