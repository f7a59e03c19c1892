using DoubleRandom.Web;
using DoubleRandom.Web.Layout;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.UseOwnHost();
builder.Services.AddPages();

var app = builder.Build();
app.UsePageFrame();
app.UseForms();
app.MapStaticAssets();
app.MapRazorComponents<App>();
app.Run();
