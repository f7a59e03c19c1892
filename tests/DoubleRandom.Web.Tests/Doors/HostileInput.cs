using System.Text.RegularExpressions;
using DoubleRandom.Access;
using DoubleRandom.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Web.Tests.Doors;

/// <summary>Addresses and forms that no page of ours makes: answered in words, never with a fault and never with what was typed as markup.</summary>
public sealed partial class HostileInput(TwoCounties counties) : IClassFixture<TwoCounties>
{
    private const string Markup = "\"'><script>alert(1)</script>";

    private static readonly string[] Values =
        [Markup, "999", "-1", "2147483647", "0001-01-01", "9999-12-31", "\0", "\uFFFF茶", "../../etc/passwd", "=cmd|' /C calc'!A0", "a\r\nSet-Cookie: x=y", "%", new string('茶', 500)];

    private static readonly string[] Filters =
        ["q", "page", "sort", "department", "importance", "state", "town", "kind", "risk", "industry", "tag", "duty", "qualification", "before", "task", "tasks", "from", "to", "year", "lead", "act", "who", "kept", "return", "lang", "code"];

    private static readonly Role[] Readers = [Role.OfficeClerk, Role.DepartmentClerk, Role.Administrator, Role.Auditor];

    private IReadOnlyList<string> Addresses => field ??= [.. counties.Site.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Select(door => "/" + (door.RoutePattern.RawText ?? "").TrimStart('/'))
        .Where(address => !address.Contains("_framework", StringComparison.Ordinal) && !address.Contains("**", StringComparison.Ordinal)
            && (!address.Contains('.', StringComparison.Ordinal) || address.EndsWith(".zip", StringComparison.Ordinal)))
        .Distinct()];

    [Fact]
    public async Task No_filter_page_or_order_in_an_address_breaks_a_page()
    {
        foreach (var address in Addresses.Where(address => !address.Contains('{', StringComparison.Ordinal)).Append("/portal/tasks/" + TwoCounties.Visited))
        {
            foreach (var value in Values)
            {
                var query = string.Join('&', Filters.Select(filter => $"{filter}={Uri.EscapeDataString(value)}"));
                await ShouldAnswerAsync($"{address}?{query[..Math.Min(query.Length, 7_000)]}");
            }
        }
    }

    [Fact]
    public async Task No_value_in_the_gap_of_an_address_breaks_a_page()
    {
        foreach (var address in Addresses.Where(address => address.Contains('{', StringComparison.Ordinal)))
        {
            foreach (var value in Values)
            {
                await ShouldAnswerAsync(Gap().Replace(address, Uri.EscapeDataString(value)));
            }
        }
    }

    [Fact]
    public async Task No_form_however_filled_breaks_a_page()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var visitor = counties[TestCounty.Menghai, role];
            foreach (var page in Addresses.Where(a => a is not "/sign-in" and not "/password").SelectMany(a => counties.Menghai.GetValueOrDefault(a, [a])))
            {
                var target = page == "/draws/new" ? "/draws/new?tasks=" + TwoCounties.Waiting : page;
                foreach (var form in (await visitor.GetAsync(target)).Forms(target).ToArray())
                {
                    foreach (var value in Values)
                    {
                        var answer = await visitor.PostAsync(form.Address, form.Fields.Select(f => f.Key == "_handler" || IsVersion(f.Key) ? f : new(f.Key, value)));
                        ShouldBeWell(answer, $"{role} {form.Address} {form.Handler} = {value}");
                    }

                    ShouldBeWell(await visitor.PostAsync(form.Address, [new("_handler", form.Handler)]), $"{role} {form.Address} {form.Handler} empty");
                    ShouldBeWell(await visitor.PostAsync(form.Address, form.Fields.Where(f => f.Key != "_handler")), $"{role} {form.Address} without handler");
                }
            }
        }
    }

    private static bool IsVersion(string field) => field.EndsWith("Version", StringComparison.Ordinal) || field.EndsWith("Seen", StringComparison.Ordinal);

    private async Task ShouldAnswerAsync(string target)
    {
        foreach (var visitor in Readers.Select(role => counties[TestCounty.Menghai, role]))
        {
            ShouldBeWell(await visitor.GetAsync(target), target);
        }
    }

    private static void ShouldBeWell(AnAnswer answer, string what)
    {
        ((int)answer.Status).ShouldBeLessThan(500, what);
        answer.Raw.ShouldNotContain("<script>alert", customMessage: what);
        answer.Headers.ShouldNotContain("x=y", customMessage: what);
    }

    [GeneratedRegex("\\{[^}]*\\}")]
    private static partial Regex Gap();
}
