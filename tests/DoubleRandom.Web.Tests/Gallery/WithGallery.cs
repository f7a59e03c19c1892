using DoubleRandom.Access;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace DoubleRandom.Web.Tests.Gallery;

/// <summary>Puts the gallery's pages before the app, in the product's own frame: they exist only in tests.</summary>
internal sealed class WithGallery : IStartupFilter
{
    /// <summary>A desk as a signed-in clerk sees it.</summary>
    public static Desk Desk => new()
    {
        SignedInAs = "岩温（县市场监督管理局）",
        Menu = Menu.Of(
            [
                new(MenuPart.Work, 10, () => "我的待办", "/gallery/todo"),
                new(MenuPart.Registers, 10, () => "检查对象", "/gallery/list"),
                new(MenuPart.Registers, 20, () => "执法检查人员", "/gallery/people"),
                new(MenuPart.Registers, 30, () => "不该看见", "/gallery/secret", Right.ManageAccounts),
                new(MenuPart.House, 10, () => "抽查计划", "/gallery/plans"),
                new(MenuPart.House, 20, () => "抽查任务", "/gallery/form"),
            ],
            part => part switch { MenuPart.Work => "工作台", MenuPart.Registers => "名录库", _ => "抽查" },
            right => right != Right.ManageAccounts),
    };

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/gallery", StringComparison.Ordinal) || http.Request.Path == "/portal/gallery",
            branch =>
            {
                branch.UsePageFrame();
                branch.UseRouting();
                branch.UseForms();
                branch.UseEndpoints(routes => routes.MapRazorComponents<App>().AddAdditionalAssemblies(typeof(WithGallery).Assembly));
            });
        next(app);
    };
}
