using DoubleRandom.Access;
using DoubleRandom.Demo;
using DoubleRandom.Testing;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Journey;

/// <summary>The county's main job in one piece, at the screen: from the files a county hands in to a record that a stranger checks.</summary>
public sealed class TheWholeWay(ABrowser browser) : IDisposable
{
    private const string Task = "茶叶初制所联合抽查";
    private const string Passphrase = "见证口令 2026";
    private readonly DirectoryInfo files = Directory.CreateTempSubdirectory("doublerandom-journey-");

    /// <inheritdoc />
    public void Dispose() => files.Delete(recursive: true);

    [Theory, OnBothDatabases]
    public async Task From_the_imported_files_to_a_downloaded_record_that_is_valid(DatabaseKind database)
    {
        await using var house = await AHouse.OnAsync(database);
        var page = await browser.DesktopAsync();
        await PeopleAsync(house);

        await ImportAsync(house, page);
        await PlanAsync(house, page);
        var draw = await DrawAsync(house, page);
        var inspected = await VisitAsync(house, page);
        await OpenAsync(house, page, draw);
        var record = await AtThePortalAsync(house, draw, inspected);

        var (exitCode, report) = await TheCommandLine.RunAsync("verify", record);
        report.ShouldContain("VALID 有效");
        report.ShouldNotContain("FAIL");
        exitCode.ShouldBe(0);
        await TrailAsync(house, page);
        await page.Context.CloseAsync();
    }

    private static async Task PeopleAsync(AHouse house)
    {
        await house.AccountAsync("keeper", Role.Administrator);
        await house.AccountAsync("office", Role.OfficeClerk);
        foreach (var department in new[] { "SC", "RS" })
        {
            await house.AccountAsync("clerk-" + department, Role.DepartmentClerk, department);
            await house.AccountAsync("head-" + department, Role.DepartmentHead, department);
        }

        await house.AccountAsync("reviewer", Role.Reviewer, "SC");
        await house.AccountAsync("auditor", Role.Auditor);
    }

    /// <summary>Each department hands in its items and inspectors, one of them the subjects; the heads publish the items.</summary>
    private async Task ImportAsync(AHouse house, IPage page)
    {
        DemoFiles.WriteInputs(files.FullName, seed: 3, subjects: 1_200);
        foreach (var department in new[] { "SC", "RS" })
        {
            await house.SignInAsync(page, "clerk-" + department);
            await UploadAsync(house, page, "Items", DemoFiles.Items);
            await UploadAsync(house, page, "Inspectors", DemoFiles.Inspectors);
            if (department == "SC")
            {
                await UploadAsync(house, page, "Subjects", DemoFiles.Subjects);
            }

            await house.SignInAsync(page, "head-" + department);
            await page.GotoAsync(house.Address + "/items?department=" + department);
            foreach (var box in await page.Locator("tbody input[type=checkbox]").AllAsync())
            {
                await box.CheckAsync();
            }

            await page.GetByRole(AriaRole.Button, new() { Name = "公布所选事项" }).ClickAsync();
            await page.GetByText("公布结果").First.WaitForAsync();
        }
    }

    private async Task UploadAsync(AHouse house, IPage page, string kind, string file)
    {
        await page.GotoAsync($"{house.Address}/imports?kind={kind}");
        await page.Locator("[name=File]").SetInputFilesAsync(Path.Combine(files.FullName, file));
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并预览" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/imports/", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "确认导入" }).ClickAsync();
        await page.GetByText("导入完成").WaitForAsync();
    }

    private static async Task PlanAsync(AHouse house, IPage page)
    {
        await house.SignInAsync(page, "office");
        await page.GotoAsync(house.Address + "/plans/new");
        await page.Locator("[name='Input.Name']").FillAsync("勐海县2026年度部门联合抽查计划");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "新增任务" }).First.ClickAsync();
        await page.Locator("[name='Input.Name']").FillAsync(Task);
        foreach (var choice in new[] { "Type'][value='Directed", "Items'][value='RS-0101", "Items'][value='SC-0302", "Tags'][value='茶叶加工", "Participants'][value='RS" })
        {
            await page.Locator($"[name='Input.{choice}']").CheckAsync();
        }

        await page.Locator("[name='Input.Count']").FillAsync("2");
        await page.Locator("[name='Input.From']").FillAsync("2026-03-02");
        await page.Locator("[name='Input.To']").FillAsync("2026-04-30");
        await page.Locator("[name='Input.Lead']").SelectOptionAsync("SC");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.GetByText("任务已保存").WaitForAsync();
        await page.GotoAsync(house.Address + "/plans/53282220261001");
        await page.GetByRole(AriaRole.Link, new() { Name = "公布计划" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "公布", Exact = true }).ClickAsync();
        await page.GetByText("计划已公布。").WaitForAsync();
    }

    /// <summary>The ceremony with two standing witnesses and a guest; its number.</summary>
    private static async Task<string> DrawAsync(AHouse house, IPage page)
    {
        await house.SignInAsync(page, "keeper");
        await page.GotoAsync(house.Address + "/draws/log");
        await page.GetByRole(AriaRole.Button, new() { Name = "建立" }).ClickAsync();
        foreach (var (name, role) in new[] { ("jiwei", "县纪委监委"), ("sifa", "县司法局") })
        {
            await page.Locator("[name=Name]").FillAsync(name);
            await page.Locator("[name=Role]").FillAsync(role);
            await page.Locator("[name=Passphrase]").FillAsync(Passphrase);
            await page.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
            await page.GetByRole(AriaRole.Cell, new() { Name = role }).WaitForAsync();
        }

        await house.SignInAsync(page, "office");
        await page.GotoAsync(house.Address + "/draws");
        await page.GetByRole(AriaRole.Link, new() { Name = $"预览“{Task}”的抽取" }).ClickAsync();
        await page.GetByLabel("来宾代表的身份").FillAsync("企业代表");
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "冻结名单并承诺" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/draws/5328", StringComparison.Ordinal));
        var draw = new Uri(page.Url).AbsolutePath;
        foreach (var witness in new[] { "jiwei", "sifa", "guest-1" })
        {
            await WitnessAsync(house, page, draw, witness, contributes: true);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "揭示、抽取并密封" }).ClickAsync();
        await page.Locator(".notice", new() { HasText = "抽中 2 户" }).WaitForAsync();
        return draw;
    }

    private static async Task WitnessAsync(AHouse house, IPage page, string draw, string witness, bool contributes)
    {
        await page.GotoAsync($"{house.Address}{draw}/witness/{witness}");
        if (contributes)
        {
            await page.Locator("input[name=Value]").FillAsync("3 5 6");
        }

        if (witness != "guest-1")
        {
            await page.Locator("input[name=Passphrase]").FillAsync(Passphrase);
        }

        await page.Locator("form button.primary").ClickAsync();
        await page.WaitForURLAsync(house.Address + draw);
    }

    /// <summary>The visits are handed out, both results written by the clerk of the leading department, reviewed and thereby published; how many items were inspected at the two together.</summary>
    private static async Task<int> VisitAsync(AHouse house, IPage page)
    {
        await page.GotoAsync(house.Address + "/visits/release");
        await page.GetByRole(AriaRole.Button, new() { Name = "下达", Exact = true }).ClickAsync();
        await page.GetByText("已下达 2 项检查任务").WaitForAsync();

        await house.SignInAsync(page, "clerk-SC");
        await page.GotoAsync(house.Address + "/visits?state=open");
        var visits = await page.Locator("tbody a[href^='/visits/']").EvaluateAllAsync<string[]>("links => [...new Set(links.map(a => a.getAttribute('href')))]");
        visits.Length.ShouldBe(2);
        var inspected = 0;
        foreach (var visit in visits)
        {
            await page.GotoAsync($"{house.Address}{visit}/result");
            inspected += await page.Locator("[name^=Found-]").CountAsync();
            await FillAsync(page, house.Today.ToString("O", null));
            await page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
            await page.GetByText("结果已提交，等待审核").WaitForAsync();
        }

        await house.SignInAsync(page, "reviewer");
        foreach (var visit in visits)
        {
            await page.GotoAsync($"{house.Address}{visit}/review");
            await page.GetByRole(AriaRole.Button, new() { Name = "审核通过并公示" }).ClickAsync();
            await page.GetByText("已审核通过并公示").WaitForAsync();
        }

        return inspected;
    }

    private static async Task FillAsync(IPage page, string today)
    {
        foreach (var day in await page.Locator("[name=VisitedOn], [name=CompletedOn], [name^=SignedOn-], [name=RepresentativeSignedOn], [name=LeaderSignedOn]").AllAsync())
        {
            await day.FillAsync(today);
        }

        foreach (var box in await page.Locator("[name=Methods][value=OnSite], [name^=Answer-][value=Inspected], [name^=Codes-][value='01'], [name^=Disposals-][value=NothingFurther], [name=Officers]").AllAsync())
        {
            await box.CheckAsync();
        }

        await page.Locator("[name=Representative]").FillAsync("岩温");
        await page.Locator("[name=LeaderOpinion]").FillAsync("同意检查组意见");
    }

    /// <summary>The office opens the record, and both standing witnesses come once more to cosign it.</summary>
    private static async Task OpenAsync(AHouse house, IPage page, string draw)
    {
        await house.SignInAsync(page, "office");
        await page.GotoAsync(house.Address + draw);
        await page.GetByRole(AriaRole.Link, new() { Name = "公开", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/opening");
        await page.GetByRole(AriaRole.Button, new() { Name = "公开", Exact = true }).ClickAsync();
        await page.Locator(".notice", new() { HasText = "请常任见证人共签" }).WaitForAsync();
        foreach (var witness in new[] { "jiwei", "sifa" })
        {
            await WitnessAsync(house, page, draw, witness, contributes: false);
        }
    }

    /// <summary>A citizen without script finds the plan, both results and the draw, and takes the record; where it was stored.</summary>
    private async Task<string> AtThePortalAsync(AHouse house, string draw, int inspected)
    {
        var citizen = await browser.PhoneAsync(scripts: false);
        await citizen.GotoAsync(house.Address + "/portal/plans/53282220261001");
        await citizen.GetByText(Task).First.WaitForAsync();
        (await citizen.Locator(".banner").InnerTextAsync()).ShouldContain("均为虚构", customMessage: "a demo says so to the public too");
        await citizen.GotoAsync(house.Address + "/portal/results");
        (await citizen.Locator("tbody tr").CountAsync()).ShouldBe(inspected);
        await citizen.GotoAsync(house.Address + "/portal" + draw);
        await ABrowser.ScreenshotAsync(citizen, "journey-portal-draw-phone");
        var download = await citizen.RunAndWaitForDownloadAsync(() => citizen.Locator("a[href$='record.zip']").ClickAsync());
        var record = Path.Combine(files.FullName, "record.zip");
        await download.SaveAsAsync(record);
        await citizen.Context.CloseAsync();
        return record;
    }

    /// <summary>The auditor reads every act in words: no code of an act, kind or field, no day as a machine writes it, nobody's telephone.</summary>
    private static async Task TrailAsync(AHouse house, IPage page)
    {
        await house.SignInAsync(page, "auditor");
        await page.GotoAsync(house.Address + "/trail?kind=AccountPost");
        (await page.Locator("tbody").InnerTextAsync()).ShouldContain("岗位：市场监管 审核员");
        for (var number = 1; ; number++)
        {
            await page.GotoAsync($"{house.Address}/trail?page={number}");
            var lines = await page.Locator("tbody tr").AllInnerTextsAsync();
            foreach (var line in lines)
            {
                line.ShouldNotMatch(@"[a-z]+\.[a-z]+-?[a-z]*\b(?<!xlsx)|\d-\d\dT\d|\b1[3-9]\d{9}\b", line);
            }

            if (lines.Count < 50)
            {
                number.ShouldBeGreaterThan(1);
                return;
            }
        }
    }
}
