using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Directories;
using DoubleRandom.Imports;
using DoubleRandom.Items;
using DoubleRandom.Sheets;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Registers;

/// <summary>The item list, the directories and their imports as clerks meet them, in a real browser.</summary>
public sealed class TheRegisters(ARunningApp app, ABrowser browser) : IDisposable
{
    private readonly DirectoryInfo demo = Directory.CreateTempSubdirectory("doublerandom-demo-");

    /// <inheritdoc />
    public void Dispose() => demo.Delete(recursive: true);

    [Fact]
    public async Task A_clerk_uploads_previews_confirms_and_finds_what_went_in()
    {
        DemoFiles.Write(demo.FullName, seed: 3, subjects: 400);
        var clerk = await browser.DesktopAsync();
        await AClerk.SignInAsync(app, clerk, Role.DepartmentClerk, "SC");

        await ImportAsync(clerk, ItemImport.Fills, DemoFiles.Items, "items");
        await ImportAsync(clerk, SubjectImport.Fills, DemoFiles.Subjects, "subjects");
        await ImportAsync(clerk, InspectorImport.Fills, DemoFiles.Inspectors, "inspectors");
        await UploadAsync(clerk, SubjectImport.Fills, DemoFiles.Dirty);
        (await clerk.Locator("tr[data-rule='subject.town-unknown']").CountAsync()).ShouldBePositive();
        await ABrowser.LookAtBothWaysAsync(clerk, "import-dirty");
        var download = await clerk.RunAndWaitForDownloadAsync(() => clerk.GetByRole(AriaRole.Link, new() { Name = "下载退回的行" }).ClickAsync());
        (await new FileInfo(await download.PathAsync()).OpenRead().ReadAsync(new byte[4])).ShouldBe(4);
        await clerk.GetByRole(AriaRole.Button, new() { Name = "取消导入" }).ClickAsync();
        await clerk.GetByText("已取消导入").WaitForAsync();
        await ABrowser.LookAtBothWaysAsync(clerk, "imports");

        await clerk.GotoAsync(app.Address + "/subjects?q=茶&sort=-name");
        await ABrowser.LookAtBothWaysAsync(clerk, "subjects");
        await clerk.Locator("tbody a").First.ClickAsync();
        await clerk.GetByRole(AriaRole.Button, new() { Name = "显示个人信息" }).ClickAsync();
        await clerk.GetByText("查看个人信息").First.WaitForAsync();
        await ABrowser.LookAtBothWaysAsync(clerk, "subject");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "修改", Exact = true }).ClickAsync();
        await clerk.GetByLabel("监管标签").FillAsync("茶叶加工、重点");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await clerk.GetByText("已保存").WaitForAsync();

        await clerk.GotoAsync(app.Address + "/inspectors?department=SC");
        await ABrowser.LookAtBothWaysAsync(clerk, "inspectors");
        await clerk.Locator("tbody a").First.ClickAsync();
        await clerk.Locator("[name='NewLeave.From']").FillAsync("2026-12-01");
        await clerk.Locator("[name='NewLeave.To']").FillAsync("2026-12-03");
        await clerk.GetByLabel("请假原因").FillAsync("年休假");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "登记请假" }).ClickAsync();
        await clerk.GetByText("请假已登记").WaitForAsync();
        await clerk.GetByRole(AriaRole.Button, new() { Name = "登记回避" }).ScrollIntoViewIfNeededAsync();
        var subject = (await app.AskAsync((SubjectReader r) => r.PageAsync(new()))).Rows[0];
        await clerk.GetByLabel("对象的统一社会信用代码").FillAsync(subject.Code);
        await clerk.GetByLabel("回避原因").FillAsync("配偶任职");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "登记回避" }).ClickAsync();
        await clerk.GetByText("回避已登记").WaitForAsync();
        await ABrowser.LookAtBothWaysAsync(clerk, "inspector");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "撤销回避" }).ClickAsync();
        await ABrowser.LookAtBothWaysAsync(clerk, "recusal-withdrawal");
    }

    [Fact]
    public async Task A_refused_item_keeps_its_input_and_a_head_publishes_several_at_once()
    {
        var clerk = await browser.DesktopAsync();
        await AClerk.SignInAsync(app, clerk, Role.DepartmentClerk, "WJ");
        await clerk.GotoAsync(app.Address + "/items/new");
        await ABrowser.LookAtBothWaysAsync(clerk, "item-new");
        await clerk.GetByLabel("事项编码").FillAsync("WJ-9001");
        await clerk.GetByLabel("事项名称").FillAsync("公共场所卫生管理情况的检查");
        await clerk.Locator("[name='Input.Department']").SelectOptionAsync("WJ");
        await clerk.GetByLabel("检查依据").FillAsync("《公共场所卫生管理条例》");
        await clerk.GetByLabel("实地检查").CheckAsync();
        await clerk.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        (await clerk.Locator("#errors").InnerTextAsync()).ShouldContain("R2");
        (await clerk.GetByLabel("事项名称").InputValueAsync()).ShouldBe("公共场所卫生管理情况的检查");
        await ABrowser.LookAtBothWaysAsync(clerk, "item-refused");
        await clerk.GetByLabel("比例上限").FillAsync("5%");
        await clerk.GetByLabel("检查内容").FillAsync("卫生许可、从业人员健康证明");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await clerk.GetByText("已保存").WaitForAsync();

        var head = await browser.DesktopAsync();
        await AClerk.SignInAsync(app, head, Role.DepartmentHead, "WJ");
        await head.GotoAsync(app.Address + "/items?department=WJ");
        foreach (var box in await head.Locator("tbody input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }

        await head.GetByRole(AriaRole.Button, new() { Name = "公布所选事项" }).ClickAsync();
        await head.GetByText("公布结果").First.WaitForAsync();
        await ABrowser.LookAtBothWaysAsync(head, "items-published");
        await head.GetByRole(AriaRole.Link, new() { Name = "公共场所卫生管理情况的检查" }).ClickAsync();
        await ABrowser.LookAtBothWaysAsync(head, "item");
        await head.GetByRole(AriaRole.Link, new() { Name = "停用", Exact = true }).ClickAsync();
        await ABrowser.LookAtBothWaysAsync(head, "item-retirement");
        (await app.AskAsync((ItemReader r) => r.FindAsync("WJ-9001")))!.State.ShouldBe(ItemState.Published);
    }

    [Fact]
    public async Task A_file_of_more_than_50_MB_is_answered_in_words()
    {
        var path = Path.Combine(demo.FullName, "big.csv");
        await using (var big = File.Create(path))
        {
            big.SetLength(SheetLimits.FileBytes + 1);
        }

        var clerk = await browser.DesktopAsync();
        await AClerk.SignInAsync(app, clerk, Role.DepartmentClerk, "SC");
        await clerk.GotoAsync(app.Address + "/imports?kind=Subjects");
        await clerk.Locator("[name=File]").SetInputFilesAsync(path);
        await clerk.GetByRole(AriaRole.Button, new() { Name = "上传并预览" }).ClickAsync();

        (await clerk.Locator("#errors").InnerTextAsync()).ShouldContain("50 MB");
    }

    private async Task ImportAsync(IPage page, ImportKind kind, string file, string name)
    {
        await UploadAsync(page, kind, file);
        await ABrowser.LookAtBothWaysAsync(page, "import-preview-" + name);
        await page.GetByRole(AriaRole.Button, new() { Name = "确认导入" }).ClickAsync();
        await page.GetByText("导入完成").WaitForAsync();
        await ABrowser.LookAtBothWaysAsync(page, "import-result-" + name);
    }

    private async Task UploadAsync(IPage page, ImportKind kind, string file)
    {
        await page.GotoAsync($"{app.Address}/imports?kind={kind}");
        await page.Locator("[name=File]").SetInputFilesAsync(Path.Combine(demo.FullName, file));
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并预览" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/imports/", StringComparison.Ordinal));
    }
}
