using DoubleRandom.Access;
using DoubleRandom.Log;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Access;

/// <summary>Puts the person's menu and name on the desk, and an alarm where there is one.</summary>
public sealed class DeskSetup(Desk desk, LogReader log, IEnumerable<MenuEntry> entries)
{
    private static readonly Words Words = new(typeof(DeskSetup));

    /// <summary>Fills the desk for one person.</summary>
    public async Task FillAsync(Actor actor, CancellationToken stop = default)
    {
        desk.LogDiffersSince = await log.NewestCheckAsync(stop) is { Fits: false } run ? run.At : null;
        desk.SignedInAs = actor.Name;
        desk.Menu = Menu.Of(entries, part => Words["part." + part], actor.May);
    }
}
