using DoubleRandom.Access;
using Microsoft.AspNetCore.Authorization;

namespace DoubleRandom.Web.Frame;

/// <summary>The right that a page or endpoint needs; any one of several. Its use cases ask again, for department and county.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RightsAttribute(params Right[] rights) : Attribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    /// <summary>One of these is needed.</summary>
    public IReadOnlyList<Right> AnyOf => rights;

    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Asks the present actor for the rights of an endpoint.</summary>
public sealed class RightsHandler(IHttpContextAccessor http) : AuthorizationHandler<RightsAttribute>
{
    /// <inheritdoc />
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightsAttribute requirement)
    {
        var who = http.HttpContext!.RequestServices.GetRequiredService<CurrentActor>();
        if (who.IsKnown && requirement.AnyOf.Any(who.Actor.May))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
