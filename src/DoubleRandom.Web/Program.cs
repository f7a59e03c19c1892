using DoubleRandom;
using DoubleRandom.Demo;
using DoubleRandom.Web;
using DoubleRandom.Web.Access;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Portal;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (StartOptions.Of(args, builder.Configuration).Refused(out var no, out var start))
{
    Console.Error.WriteLine($"{no.Because}\n{no.InEnglish}");
    return 2;
}

if (!await FirstStart.PrepareAsync(start))
{
    return 2;
}

builder.UseOwnHost(start);
builder.Services.AddSingleton(start);
builder.Services.AddSingleton(DemoClock.Of(start.Storage.DataFolder, TimeProvider.System));
builder.Services.AddDoubleRandom(start.Storage);
builder.Services.AddOutputCache();
builder.Services.AddPages();
builder.Services.AddForms();
builder.Services.AddWebAccess();
builder.Services.AddRooms();

var app = builder.Build();
app.UsePageFrame();
app.UseRouting();
app.UseWebAccess(start.County);
app.UsePortal(start.County);
app.UseForms();
app.UseKeptForms();
app.UseOutputCache();
app.MapStaticAssets().AllowAnonymous();
app.MapRooms(start.County);
app.MapRazorComponents<App>();
app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();
app.Run();
return 0;
