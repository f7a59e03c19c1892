using System.Text.Encodings.Web;
using System.Text.Unicode;
using DoubleRandom.Web.Frame.Requests;
using Microsoft.AspNetCore.Diagnostics;

namespace DoubleRandom.Web.Frame;

/// <summary>What stands around every page: its headers, its language, and errors said in words.</summary>
public static class PageFrame
{
    /// <summary>The parts that pages ask for.</summary>
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddScoped<Desk>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Chinese as itself, not as &#x...; at three times the bytes
        services.AddSingleton<SaidOnce>();
        services.Configure<RequestLocalizationOptions>(languages =>
        {
            languages.SetDefaultCulture(ChosenLanguage.Chinese)
                .AddSupportedCultures(ChosenLanguage.Chinese, ChosenLanguage.English)
                .AddSupportedUICultures(ChosenLanguage.Chinese, ChosenLanguage.English);
            languages.RequestCultureProviders = [new ChosenLanguage()];
        });
        services.AddProxy();
    }

    /// <summary>Headers, language and error pages, in the order in which they must run.</summary>
    public static void UsePageFrame(this IApplicationBuilder app)
    {
        app.UseForwardedHeaders();
        app.UseHsts(); // says nothing over plain http, nor to this machine itself
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LocalRedirects>();
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            CreateScopeForErrors = true,
            StatusCodeSelector = bug => bug is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        app.Use((http, next) =>
        {
            if (http.Features.Get<IExceptionHandlerFeature>() is not null || http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                http.Request.Method = HttpMethods.Get; // the error page answers a refused POST, it does not take it up again
            }

            return next(http);
        });
    }
}
