using DoubleRandom.Access;
using DoubleRandom.Log;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Access;

/// <summary>Puts the person's menu and name on the desk, and an alarm where there is one.</summary>
public sealed class DeskSetup(Desk desk, LogReader log)
{
    private static readonly Words Words = new(typeof(DeskSetup));

    /// <summary>The sections of the menu in the order of the work; each link with the right that opens it, or "" for everybody.</summary>
    private static readonly (string Section, (string Key, string Href, string Rights)[] Links)[] Sections =
    [
        ("work", [("home", "/", ""), ("plans", "/plans", "ReadRegisters"), ("draws", "/draws", "ReadRegisters"), ("visits", "/visits", ""), ("substitutions", "/substitutions", "ReadVisits")]),
        ("registers", [("items", "/items", "ReadRegisters"), ("subjects", "/subjects", "ReadRegisters"), ("inspectors", "/inspectors", "ReadRegisters"), ("imports", "/imports", "ReadRegisters")]),
        ("house", [("accounts", "/accounts", "ManageAccounts"), ("calendar", "/calendar", "ManageCalendar"), ("trail", "/trail", "ReadAudit"), ("portal", "/portal", "")]),
    ];

    /// <summary>Fills the desk for one person.</summary>
    public async Task FillAsync(Actor actor, CancellationToken stop = default)
    {
        desk.LogDiffersSince = await log.NewestCheckAsync(stop) is { Fits: false } run ? run.At : null;
        desk.SignedInAs = actor.Name;
        desk.Menu = new Menu([.. Sections.Select(section => new MenuSection(
            Words[section.Section],
            [.. section.Links.Select(link => new MenuLink(Words[link.Key], link.Href, link.Rights.Length == 0 ? null : link.Rights))]))])
            .For(right => actor.May(Enum.Parse<Right>(right)));
    }
}
