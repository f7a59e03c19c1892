using DoubleRandom;
using DoubleRandom.Demo;
using DoubleRandom.Web;
using DoubleRandom.Web.Access;
using DoubleRandom.Web.Access.Pages;
using DoubleRandom.Web.Assignments;
using DoubleRandom.Web.Audit;
using DoubleRandom.Web.Ceremony;
using DoubleRandom.Web.Directories;
using DoubleRandom.Web.Draws;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Imports;
using DoubleRandom.Web.Items;
using DoubleRandom.Web.Log;
using DoubleRandom.Web.Plans;
using DoubleRandom.Web.Portal;
using DoubleRandom.Web.Verifying;

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
builder.Services.AddScoped<RegisterHistory>();
builder.Services.AddScoped<ITellsChanges>(services => services.GetRequiredService<RegisterHistory>());
builder.Services.AddSingleton<ITellsChanges, PlanHistory>();
builder.Services.AddSingleton<ITellsChanges, PostHistory>();
builder.Services.AddScoped<NamedTrail>();
builder.Services.AddScoped<SecondPerson>();
builder.Services.AddHostedService<NightWatch>();

var app = builder.Build();
app.UsePageFrame();
app.UseRouting();
app.UseWebAccess(start.County);
app.UsePortal(start.County);
app.UseForms();
app.UseKeptForms();
app.UseOutputCache();
app.MapStaticAssets().AllowAnonymous();
app.MapSession();
app.MapItems();
app.MapDirectories();
app.MapImports();
app.MapPlans();
app.MapDraws();
app.MapVisits();
app.MapSubstitutions();
app.MapTrail();
app.MapLog();
app.MapKeys(start.County);
app.MapCeremony(start.County);
app.MapVerify();
app.MapAccounts();
app.MapPortal(start.County);
app.MapRazorComponents<App>();
app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();
app.Run();
return 0;
