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
        Menu = new Menu(
        [
            new("工作台", [new("我的待办", "/gallery/todo")]),
            new("名录库", [new("检查对象", "/gallery/list"), new("执法检查人员", "/gallery/people"), new("不该看见", "/gallery/secret", "secret")]),
            new("抽查", [new("抽查计划", "/gallery/plans"), new("抽查任务", "/gallery/form")]),
        ]).For(right => right != "secret"),
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
