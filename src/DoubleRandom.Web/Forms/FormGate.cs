using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace DoubleRandom.Web.Forms;

/// <summary>Where forms come in: one too large or not sent from our own page is refused in words, its typed values given back.</summary>
public static class FormGate
{
    /// <summary>The largest body of somebody who is not signed in: he uploads nothing.</summary>
    public const long LargestOfAnybody = 1024 * 1024;

    /// <summary>The parts that forms ask for.</summary>
    public static void AddForms(this IServiceCollection services)
    {
        services.AddSingleton<FieldLabels>();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "dr.form";
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    /// <summary>Checks antiforgery tokens; stands after sign-in and rights, before the pages.</summary>
    public static void UseForms(this IApplicationBuilder app)
    {
        app.Use((http, next) =>
        {
            var largest = http.User.Identity is { IsAuthenticated: true } ? OwnHost.LargestBody : LargestOfAnybody;
            if (!HttpMethods.IsGet(http.Request.Method) && http.Request.ContentLength > largest)
            {
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return Task.CompletedTask;
            }

            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = largest; // of what names no length beforehand, no more than this is read
            }

            return next(http);
        });
        app.UseAntiforgery();
        app.Use(async (http, next) =>
        {
            if (!HttpMethods.IsGet(http.Request.Method) && http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } form)
            {
                http.Response.StatusCode = StatusOf(form.Error);
                http.Features.Set<IAntiforgeryValidationFeature>(null); // the error page may read the form, to give it back
                return; // without a body, so that the error page gives one
            }

            await next(http);
            if (!HttpMethods.IsGet(http.Request.Method) && http.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest })
            {
                // The page no longer offers this form: somebody was faster. The framework answers with an empty page.
                (http.Response.StatusCode, http.Response.ContentType) = (StatusCodes.Status409Conflict, null);
            }
        });
    }

    private static int StatusOf(Exception? fault) => fault switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status413PayloadTooLarge,
        { InnerException: { } inner } => StatusOf(inner),
        _ => StatusCodes.Status400BadRequest,
    };
}
