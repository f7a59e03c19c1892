using System.Net;
using System.Text.RegularExpressions;
using DoubleRandom.Access;
using DoubleRandom.Testing;
using DoubleRandom.Web.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Web.Tests.Doors;

/// <summary>Real requests at every address the app has, for nobody, for every role, and for every role of another county.</summary>
public sealed partial class EveryDoorForEveryRole(TwoCounties counties) : IClassFixture<TwoCounties>
{
    private const string NoRight = "您没有这一项权限";
    private const string PageExpired = "页面已经过期，没有保存";

    /// <summary>Addresses that end the session, or that only the framework itself makes.</summary>
    private static readonly string[] NotWalked = ["/sign-out", "/_framework/opaque-redirect"];

    private static readonly Role[] Roles = Enum.GetValues<Role>();

    /// <summary>The app's pages and downloads; its own style, script and picture files are no doors.</summary>
    private IReadOnlyList<Door> Doors => field ??= [.. counties.Site.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Select(door => new Door("/" + (door.RoutePattern.RawText ?? "").TrimStart('/'), door))
        .Where(door => !NotWalked.Contains(door.Address) && (!door.Address.Contains('.', StringComparison.Ordinal) || door.Address.EndsWith(".zip", StringComparison.Ordinal)))
        .DistinctBy(door => door.Address)];

    private IReadOnlyList<Door> StaffDoors => [.. Doors.Where(door => !door.IsOpen && door.Address != "/{**path:file}")];

    [Fact]
    public void Every_address_with_a_gap_has_something_to_fill_it() => Doors
        .Where(door => door.Address.Contains('{', StringComparison.Ordinal) && !counties.Menghai.ContainsKey(door.Address))
        .Select(door => door.Address)
        .ShouldBeEmpty();

    [Fact]
    public async Task Nobody_gets_further_than_the_sign_in_at_any_staff_address()
    {
        var nobody = counties.Nobody();
        foreach (var (door, address) in StaffDoors.SelectMany(door => Addresses(door).Select(address => (door, address))))
        {
            var seen = await nobody.GetAsync(address);
            foreach (var answer in door.TakesForms ? [seen, await nobody.PostAsync(address, [new("Reason", "外来")])] : (AnAnswer[])[seen])
            {
                answer.Status.ShouldBe(HttpStatusCode.SeeOther, address);
                answer.Location.ShouldNotBeNull().ShouldStartWith("/sign-in?", customMessage: address);
                answer.Text.ShouldBeEmpty(address);
            }
        }
    }

    [Fact]
    public async Task A_role_without_the_right_is_refused_in_words_and_changes_nothing()
    {
        var forms = await FormsAsync();
        var before = await counties.TrailAsync(TestCounty.Menghai);
        foreach (var (role, door) in Roles.SelectMany(role => StaffDoors.Where(d => !d.LetsIn(role)).Select(door => (role, door))))
        {
            var visitor = counties[TestCounty.Menghai, role];
            foreach (var address in Addresses(door))
            {
                ShouldBeRefused(await visitor.GetAsync(address), $"{role} GET {address}");
                foreach (var form in forms.Where(f => DoorOf(f) == door.Address))
                {
                    ShouldBeRefused(await visitor.PostAsync(form.Address, form.Fields), $"{role} POST {form.Address} {form.Handler}");
                }
            }
        }

        (await counties.TrailAsync(TestCounty.Menghai)).ShouldBe(before);
    }

    [Fact]
    public async Task A_role_with_the_right_is_answered_and_sees_nothing_of_the_other_county()
    {
        var opened = new HashSet<string>();
        foreach (var role in Roles)
        {
            foreach (var (door, address) in Doors.Where(d => d.LetsIn(role)).SelectMany(door => Addresses(door).Select(address => (door, address))))
            {
                var answer = await counties[TestCounty.Menghai, role].GetAsync(address);
                ((int)answer.Status).ShouldBeOneOf([200, 302, 303, 404], $"{role} {address}: {answer.Text}");
                answer.Text.ShouldNotContain(TwoCounties.MarkOfMengla, customMessage: $"{role} {address}");
                _ = answer.Status == HttpStatusCode.OK && opened.Add(door.Address);
            }

            foreach (var address in counties.OfMengla)
            {
                var answer = await counties[TestCounty.Menghai, role].GetAsync(address);
                answer.Text.Replace(Uri.UnescapeDataString(address.Split("?q=")[^1]), "", StringComparison.Ordinal)
                    .ShouldNotContain(TwoCounties.MarkOfMengla, customMessage: $"{role} {address}");
                ((int)answer.Status).ShouldBeOneOf(address.Contains('?', StringComparison.Ordinal) ? [200, 403] : [403, 404], $"{role} {address}");
            }
        }

        // Otherwise the walk would prove little: every door did open for somebody; /log leads on to /portal/log.
        Doors.Select(door => door.Address).Except(opened).ShouldBe(["/error/{Code:int}", "/log", "/{**path}", "/{**path:file}"], ignoreOrder: true);
    }

    [Fact]
    public async Task No_link_of_the_menu_or_the_home_page_leads_where_the_role_may_not_go()
    {
        foreach (var role in Roles)
        {
            var visitor = counties[TestCounty.Menghai, role];
            var links = StaffLink().Matches((await visitor.GetAsync("/")).Text).Select(link => link.Groups["to"].Value).Distinct().ToArray();
            links.ShouldNotBeEmpty();
            foreach (var link in links)
            {
                (await visitor.GetAsync(link)).Status.ShouldNotBe(HttpStatusCode.Forbidden, $"{role} {link}");
            }
        }
    }

    [Fact]
    public async Task Whoever_belongs_to_another_county_finds_nothing_and_changes_nothing()
    {
        var forms = await FormsAsync();
        var before = await counties.TrailAsync(TestCounty.Menghai);
        foreach (var role in Roles)
        {
            var stranger = counties[TwoCounties.Mengla, role];
            var open = StaffDoors.Where(door => door.LetsIn(role)).ToArray();
            foreach (var address in open.SelectMany(Addresses))
            {
                ShouldTellNothing(await stranger.GetAsync(address), $"{role} GET {address}");
            }

            foreach (var form in forms.Where(f => f.Address != "/password" && Array.Exists(open, door => door.Address == DoorOf(f))))
            {
                ShouldTellNothing(await stranger.PostAsync(form.Address, form.Fields), $"{role} POST {form.Address} {form.Handler}");
            }
        }

        (await counties.TrailAsync(TestCounty.Menghai)).ShouldBe(before);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_words_and_changes_nothing()
    {
        var forms = await FormsAsync();
        var before = await counties.TrailAsync(TestCounty.Menghai);
        foreach (var form in forms)
        {
            var role = Roles.First(role => Doors.Single(door => door.Address == DoorOf(form)).LetsIn(role));
            var answer = await counties[TestCounty.Menghai, role].PostAsync(form.Address, form.Fields, withToken: false);
            answer.Status.ShouldBe(HttpStatusCode.BadRequest, form.Address);
            answer.Text.ShouldContain(PageExpired, customMessage: form.Address);
        }

        (await counties.TrailAsync(TestCounty.Menghai)).ShouldBe(before);
    }

    [Fact]
    public async Task Whoever_belongs_to_another_department_changes_nothing_of_this_one()
    {
        var forms = await FormsAsync();
        Role[] departmental = [Role.DepartmentClerk, Role.DepartmentHead, Role.Reviewer, Role.DeputyHead];
        var before = await counties.TrailAsync(TestCounty.Menghai);
        foreach (var role in departmental)
        {
            foreach (var form in forms.Where(f => !IsForWholeCounty(f)))
            {
                var answer = await counties[TestCounty.Menghai, role, "TJ"].PostAsync(form.Address, form.Fields);
                ((int)answer.Status).ShouldBeOneOf([200, 403, 404, 409], $"{role} {form.Address} {form.Handler}");
                answer.Text.ShouldNotBeEmpty($"{role} {form.Address} {form.Handler}");
            }
        }

        (await counties.TrailAsync(TestCounty.Menghai)).ShouldBe(before);
    }

    /// <summary>Subjects are kept by every department; a plan's name, a new task and one's own password belong to nobody else.</summary>
    private static bool IsForWholeCounty(AForm form) =>
        form.Address.StartsWith("/subjects", StringComparison.Ordinal) || form.Address is "/password" or "/imports" or "/plans/new" or "/items/new" or "/inspectors/new";

    private static void ShouldBeRefused(AnAnswer answer, string what)
    {
        answer.Status.ShouldBe(HttpStatusCode.Forbidden, what);
        answer.Text.ShouldContain(NoRight, customMessage: what);
        ShouldTellNothing(answer, what);
    }

    private static void ShouldTellNothing(AnAnswer answer, string what)
    {
        ((int)answer.Status).ShouldBeLessThan(500, what);
        foreach (var mark in TwoCounties.MarksOfMenghai)
        {
            answer.Text.ShouldNotContain(mark, customMessage: what);
        }
    }

    private string[] Addresses(Door door) => counties.Menghai.GetValueOrDefault(door.Address, [door.Address]);

    private string DoorOf(AForm form)
    {
        var path = form.Address.Split('?')[0];
        return counties.Menghai.FirstOrDefault(row => row.Value.Contains(path)).Key ?? path;
    }

    /// <summary>Every form that anybody of Menghai is offered anywhere.</summary>
    private async Task<IReadOnlyList<AForm>> FormsAsync()
    {
        if (counties.Forms is { } collected)
        {
            return collected;
        }

        var forms = new List<AForm>();
        foreach (var role in Roles)
        {
            foreach (var address in StaffDoors.Where(door => door.LetsIn(role)).SelectMany(Addresses))
            {
                var target = address == "/draws/new" ? "/draws/new?tasks=" + TwoCounties.Waiting : address;
                forms.AddRange((await counties[TestCounty.Menghai, role].GetAsync(target)).Forms(target));
            }
        }

        var found = forms.DistinctBy(form => (form.Address, form.Handler)).Select(form => form with { Fields = [.. form.Fields.Select(Strange)] }).ToArray();
        found.Length.ShouldBeGreaterThan(30);
        return counties.Forms = found;
    }

    /// <summary>An error page gives back what its sender typed; so no stranger sends Menghai's own words.</summary>
    private static KeyValuePair<string, string> Strange(KeyValuePair<string, string> field) =>
        field.Key != "_handler" && (field.Value.Length == 0 || TwoCounties.MarksOfMenghai.Any(mark => field.Value.Contains(mark, StringComparison.Ordinal)))
            ? new(field.Key, "外来")
            : field;

    private sealed record Door(string Address, RouteEndpoint Endpoint)
    {
        public bool IsOpen => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

        public bool TakesForms => Endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true;

        public bool LetsIn(Role role) => Endpoint.Metadata.GetMetadata<RightsAttribute>() is not { } rights || rights.AnyOf.Any(right => role.Carries(right));
    }

    [GeneratedRegex("<a [^>]*href=\"(?<to>/[^\"#]*)\"")]
    private static partial Regex StaffLink();
}
