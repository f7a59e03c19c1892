using DoubleRandom.Draws;
using DoubleRandom.Draws.Deciding;
using DoubleRandom.Web.Frame;
using Microsoft.AspNetCore.Components;

namespace DoubleRandom.Web.Draws;

/// <summary>Asks for what another decides, and shows the request: the same for every page that asks.</summary>
public sealed class DrawAsking(AskDrawChange ask, CurrentActor who, SaidOnce said, NavigationManager navigation)
{
    /// <summary>Null when it is asked; then the request's page follows. Refused as <see cref="AskDrawChange"/> is.</summary>
    public async Task<Refusal?> RunAsync(HttpContext http, DrawWanted wanted)
    {
        if ((await ask.RunAsync(who.Actor, wanted, http.RequestAborted)).Refused(out var no, out var request))
        {
            return no;
        }

        said.Leave(http, DrawText.Words.Say("request.asked", request.Department.Name));
        navigation.NavigateTo(DrawText.Request(request.Id));
        return null;
    }
}
