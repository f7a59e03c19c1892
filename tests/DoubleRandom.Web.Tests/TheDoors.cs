using DoubleRandom.Web.Frame;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Web.Tests;

/// <summary>Every address of the app, and who is let in.</summary>
public sealed class TheDoors(ARunningApp app)
{
    /// <summary>What anybody may open; everything else asks for a sign-in and, by its own word, for rights.</summary>
    private static readonly string[] Open = ["/portal", "/log", "/ceremony", "/witness", "/witness-key", "/cosign", "/verify", "/about", "/error", "/reading", "/sign-in", "/_framework", "/{**path}"];

    /// <summary>Staff addresses that every signed-in person may open, and the framework's own two.</summary>
    private static readonly string[] ForEverybody = ["/", "/password", "/resume", "/sign-out", "/_framework/opaque-redirect", "/{**path:file}"];

    private IReadOnlyList<RouteEndpoint> Endpoints => [.. app.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(door => !Address(door).Contains("/gallery", StringComparison.Ordinal))]; // exists in tests only

    [Fact]
    public void Only_the_public_addresses_open_without_a_sign_in() => Endpoints
        .Where(door => door.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        .Select(Address)
        .Where(address => !Open.Any(start => address == start || address.StartsWith(start + "/", StringComparison.Ordinal)) && !address.Contains('.', StringComparison.Ordinal))
        .ShouldBeEmpty();

    [Fact]
    public void Every_staff_address_names_the_rights_it_needs() => Endpoints
        .Where(door => door.Metadata.GetMetadata<IAllowAnonymous>() is null && door.Metadata.GetMetadata<RightsAttribute>() is null)
        .Select(Address)
        .Except(ForEverybody)
        .Distinct()
        .ShouldBeEmpty();

    [Fact]
    public void No_state_changes_without_an_antiforgery_check() => Endpoints
        .Where(door => door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(method => method is "POST" or "PUT" or "DELETE" or "PATCH") == true)
        .Where(door => door.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true })
        .Select(Address)
        .ShouldBeEmpty();

    private static string Address(RouteEndpoint door) => "/" + (door.RoutePattern.RawText ?? "").TrimStart('/');
}
