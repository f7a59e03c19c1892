using System.Security.Claims;
using DoubleRandom.Access;
using DoubleRandom.Storage;
using DoubleRandom.Web.Frame;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace DoubleRandom.Web.Access;

/// <summary>Who gets in: sessions, rights of endpoints, and what the frame shows of the person.</summary>
public static class WebAccess
{
    /// <summary>Adds sessions and rights; without a word of its own, an endpoint needs a sign-in.</summary>
    public static void AddWebAccess(this IServiceCollection services)
    {
        services.AddScoped<CurrentActor>();
        services.AddScoped<DeskSetup>();
        services.AddSingleton<KeptForms>();
        services.AddSingleton<SentForms>();
        services.AddSingleton<EndedSessions>();
        services.AddSignInLimit();
        services.AddSingleton<IAuthorizationHandler, RightsHandler>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "dr.session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Session.IdleEndsAfter;
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = Session.ValidateAsync;
            cookie.Events.OnRedirectToLogin = ToSignInAsync;
            cookie.Events.OnRedirectToAccessDenied = denied =>
            {
                denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    /// <summary>Finds the actor, shows the rows of the actor's county, then checks rights.</summary>
    public static void UseWebAccess(this IApplicationBuilder app, Jurisdiction home)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.Use(async (http, next) =>
        {
            if (await Session.ActorAsync(http) is { } actor)
            {
                http.RequestServices.GetRequiredService<CurrentActor>().Actor = actor;
                await http.RequestServices.GetRequiredService<DeskSetup>().FillAsync(actor, http.RequestAborted);
                http.Response.OnStarting(() => KeptByNobody(http.Response));
            }
            else
            {
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
                http.RequestServices.GetRequiredService<SupervisionDb>().See(home);
            }

            await next(http);
        });
        app.UseAuthorization();
        app.UseMiddleware<OwnPasswordFirst>();
    }

    /// <summary>Forgets a kept form once its owner has sent it; stands after the check of the antiforgery token.</summary>
    public static void UseKeptForms(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.Features.Get<IFormFeature>()?.Form?[KeptForms.KeyField].ToString() is { Length: > 0 } key
            && http.RequestServices.GetRequiredService<CurrentActor>() is { IsKnown: true } who)
        {
            http.RequestServices.GetRequiredService<KeptForms>().Forget(key, who.Actor.Account, http.Request);
        }

        await next(http);
    });

    /// <summary>What is shown or handed to a signed-in person stays in no cache, unless the answer itself says that it may.</summary>
    private static Task KeptByNobody(HttpResponse answer)
    {
        if (StringValues.IsNullOrEmpty(answer.Headers.CacheControl))
        {
            answer.Headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    private static async Task ToSignInAsync(RedirectContext<CookieAuthenticationOptions> challenge)
    {
        var request = challenge.Request;
        var kept = HttpMethods.IsPost(request.Method) ? await challenge.HttpContext.RequestServices.GetRequiredService<KeptForms>().KeepAsync(request) : null;
        var back = HttpMethods.IsPost(request.Method) ? null : request.Path + request.QueryString;
        challenge.Response.StatusCode = StatusCodes.Status303SeeOther;
        challenge.Response.Headers.Location = $"/sign-in?kept={kept}&return={Uri.EscapeDataString(back ?? "")}";
    }
}

/// <summary>Leads whoever still has a one-time password to the page where it is changed.</summary>
public sealed class OwnPasswordFirst(RequestDelegate next)
{
    /// <summary>Goes on, or redirects.</summary>
    public async Task InvokeAsync(HttpContext http, CurrentActor who, SupervisionDb db)
    {
        var isFree = http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null || http.Request.Path == Pages.PasswordPage.Address;
        if (!isFree && who.IsKnown && who.Actor.Account is { } id && await db.FindAsync<Account>(id) is { MustChangePassword: true })
        {
            http.Response.Redirect(Pages.PasswordPage.Address);
            return;
        }

        await next(http);
    }
}
