using System.Text;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Demo;
using DoubleRandom.Demo.Dirty;
using DoubleRandom.Directories;
using DoubleRandom.Imports;
using DoubleRandom.Items;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Imports;

public sealed class ImportingDirectories
{
    private const string Headers = "对象名称,统一社会信用代码,对象类型,联系电话,所属乡镇,登记状态,信用风险等级\n";
    private const string First = "勐海甲茶业有限公司,91532822MA6K1A2B1J,企业,13800000001,勐海镇,在营,A\n";
    private const string Second = "勐海乙茶叶店,92532822MA6L3C4D83,个体工商户,13800000002,打洛,存续,B\n";
    private const string Product = "乙牌普洱茶,,产品,,勐海镇,在营,\n";

    [Theory, OnBothDatabases]
    public async Task The_demo_county_goes_in_whole_and_the_same_files_again_change_nothing(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var folder = Directory.CreateDirectory(Path.Combine(county.DataFolder, "demo")).FullName;
        DemoFiles.Write(folder, seed: 1, subjects: 1_500);
        var machine = Actor.AtTheMachine(TestCounty.Menghai, "test");
        var files = new[] { (ItemImport.Fills, DemoFiles.Items), (SubjectImport.Fills, DemoFiles.Subjects), (InspectorImport.Fills, DemoFiles.Inspectors) };

        foreach (var (kind, file) in files)
        {
            var report = (await FileAsync(county, machine, kind, Path.Combine(folder, file))).Value;
            report.Errors.Select(e => $"{e.Row} {e.Column} {e.Found} {e.Rule}").ShouldBeEmpty(file);
            report.New.ShouldBe(report.Rows, file);
        }

        foreach (var (kind, file) in files.Append((SubjectImport.Fills, DemoFiles.SubjectsCsv)).Append((SubjectImport.Fills, DemoFiles.SubjectsGb18030)))
        {
            var again = (await FileAsync(county, machine, kind, Path.Combine(folder, file))).Value;
            (again.New, again.Updated, again.Unchanged).ShouldBe((0, 0, again.Rows), file);
        }

        (await county.ReadAsync(db => db.ImportBatches.CountAsync())).ShouldBe(3, "a file that changes nothing leaves no batch");
        (await county.AskAsync((SubjectReader r) => r.PageAsync(new() { Text = "茶" }))).Total.ShouldBePositive();
    }

    [Fact]
    public async Task The_dirty_file_yields_exactly_the_faults_written_down_with_it()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var folder = Directory.CreateDirectory(Path.Combine(county.DataFolder, "demo")).FullName;
        DemoFiles.Write(folder, seed: 7, subjects: 10);
        var dirty = DirtySubjects.Make(7);

        foreach (var file in new[] { DemoFiles.Dirty, DemoFiles.DirtyCsv, DemoFiles.DirtyGb18030 })
        {
            var report = (await FileAsync(county, county.Office, SubjectImport.Fills, Path.Combine(folder, file), dryRun: true)).Value;
            var expected = dirty.Faults.Where(f => f.Rejected);
            report.Errors.Select(e => $"{e.Row} {e.Column}").ShouldBe(expected.Select(f => $"{f.Row} {f.Column}"), ignoreOrder: true, file);
            report.Rows.ShouldBe(dirty.Count);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_preview_writes_nothing_and_a_commit_writes_what_it_showed(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);

        var upload = (await PreviewAsync(county, First + Second + Product)).Value;

        (upload.Report.New, upload.Report.Rejected).ShouldBe((3, 0));
        (await county.ReadAsync(db => db.Subjects.CountAsync())).ShouldBe(0);
        (await county.ReadAsync(db => db.AuditEntries.CountAsync())).ShouldBe(0);
        var kept = new FileInfo(Directory.GetFiles(Path.Combine(county.DataFolder, "imports"), "*.upload").ShouldHaveSingleItem());
        kept.UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        (await CommitAsync(county, upload)).Value.New.ShouldBe(3);

        (await county.ReadAsync(db => db.Subjects.OrderBy(s => s.Code).Select(s => s.Code).ToListAsync()))
            .ShouldBe(["91532822MA6K1A2B1J", "92532822MA6L3C4D83", "D000001"]);
        var batch = (await county.AskAsync((ImportReader r) => r.PageAsync(new()))).Batches.ShouldHaveSingleItem();
        (batch.Sha256, batch.Who, batch.Added).ShouldBe((upload.Sha256, county.Office.Name, 3));
        Directory.GetFiles(Path.Combine(county.DataFolder, "imports")).ShouldBeEmpty();
        (await CommitAsync(county, upload)).Refusal!.Code.ShouldBe("import.committed-already");
    }

    [Theory, OnBothDatabases]
    public async Task The_history_is_ordered_by_each_of_its_columns_and_else_from_the_newest(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        foreach (var rows in new[] { First + Second, First + Second + Product })
        {
            (await CommitAsync(county, (await PreviewAsync(county, rows)).Value)).Refusal.ShouldBeNull();
            county.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        async Task<string> NewOfEachAsync(string? sort, bool descending = false) => string.Join(' ', (await county.AskAsync(
            (ImportReader r) => r.PageAsync(new() { Sort = sort, Descending = descending }))).Batches.Select(b => b.Added));

        (await NewOfEachAsync(null)).ShouldBe("1 2");
        (await NewOfEachAsync("at")).ShouldBe("2 1");
        (await NewOfEachAsync("new")).ShouldBe("1 2");
        (await NewOfEachAsync("new", descending: true)).ShouldBe("2 1");
        (await NewOfEachAsync("unchanged")).ShouldBe("2 1");
        foreach (var same in new[] { "file", "who", "updated", "rejected" })
        {
            (await NewOfEachAsync(same)).ShouldBe("1 2", "the newest first among equals");
        }
    }

    [Theory, OnBothDatabases]
    public async Task Each_updated_row_keeps_before_and_after_and_each_new_one_names_its_batch(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await CommitAsync(county, (await PreviewAsync(county, First + Second + Product)).Value);
        county.Clock.Advance(TimeSpan.FromDays(1));

        var report = (await CommitAsync(county, (await PreviewAsync(county, First.Replace(",A\n", ",D\n", StringComparison.Ordinal) + Second + Product)).Value)).Value;

        (report.New, report.Updated, report.Unchanged).ShouldBe((0, 1, 2));
        var changed = await county.ReadAsync(db => db.Subjects.SingleAsync(s => s.Code == "91532822MA6K1A2B1J"));
        changed.Risk.ShouldBe(RiskClass.D);
        var line = (await county.AskAsync((TrailReader r) => r.OfAsync(StoredKind.Of<Subject>(), changed.Id.ToString()))).ShouldHaveSingleItem();
        (line.Act, line.Before, line.After).ShouldBe(("subjects.imported", """{"Risk":"A"}""", """{"Risk":"D"}"""));
        var born = (await county.AskAsync((ImportReader r) => r.FindAsync(changed.Batch!.Value)))!;
        born.At.ShouldBe(county.Clock.Now().AddDays(-1));
        (await county.AskAsync((TrailReader r) => r.OfAsync(StoredKind.Of<ImportBatch>(), born.Id.ToString()))).ShouldHaveSingleItem().Act.ShouldBe("subjects.imported");
    }

    [Theory, OnBothDatabases]
    public async Task A_directory_that_moved_since_the_preview_refuses_the_commit(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await CommitAsync(county, (await PreviewAsync(county, First)).Value);
        var upload = (await PreviewAsync(county, First.Replace(",A\n", ",D\n", StringComparison.Ordinal) + Second)).Value;

        var subject = await county.ReadAsync(db => db.Subjects.AsNoTracking().SingleAsync());
        await county.AskAsync((ChangeSubject c) => c.RunAsync(county.Office, subject.Id, subject.Version, SubjectContent.Of(subject) with { Name = "改名" }));

        (await CommitAsync(county, upload)).Refusal!.Code.ShouldBe("import.directory-changed");
        (await county.ReadAsync(db => db.Subjects.SingleAsync())).Name.ShouldBe("改名");
    }

    [Fact]
    public async Task A_file_whose_bytes_changed_on_disk_is_not_committed()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var upload = (await PreviewAsync(county, First)).Value;
        await File.AppendAllTextAsync(Directory.GetFiles(Path.Combine(county.DataFolder, "imports"), "*.upload").Single(), Second, TestContext.Current.CancellationToken);

        (await CommitAsync(county, upload)).Refusal!.Code.ShouldBe("import.directory-changed");
    }

    [Theory, OnBothDatabases]
    public async Task A_commit_that_breaks_in_the_middle_leaves_nothing(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var rows = string.Concat(Enumerable.Range(0, 400).Select(n => $"产品{n},,产品,,勐海镇,在营,\n"));
        await CommitAsync(county, (await PreviewAsync(county, rows)).Value);
        var upload = (await PreviewAsync(county, rows.Replace("在营,\n", "在营,C\n", StringComparison.Ordinal) + First)).Value;
        upload.Report.Updated.ShouldBe(400);
        var before = await county.ReadAsync(db => db.AuditEntries.CountAsync());

        // The database itself breaks on the batch's own row, the last one written, after new and updated rows and their trail.
        await SqlAsync(county, database == DatabaseKind.Sqlite
            ? "CREATE TRIGGER broken BEFORE INSERT ON import_batches BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
            : "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$; CREATE TRIGGER broken BEFORE INSERT ON import_batches EXECUTE FUNCTION broken()");
        await Should.ThrowAsync<DbUpdateException>(() => CommitAsync(county, upload));
        await SqlAsync(county, database == DatabaseKind.Sqlite ? "DROP TRIGGER broken" : "DROP TRIGGER broken ON import_batches");

        (await county.ReadAsync(db => db.Subjects.CountAsync())).ShouldBe(400);
        (await county.ReadAsync(db => db.Subjects.CountAsync(s => s.Risk == RiskClass.N))).ShouldBe(400);
        (await county.ReadAsync(db => db.AuditEntries.CountAsync())).ShouldBe(before);
        (await CommitAsync(county, upload)).Value.Updated.ShouldBe(400);
    }

    [Fact]
    public async Task A_column_that_the_sheet_lacks_leaves_the_directory_as_it_is_and_an_empty_cell_empties_it()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        await CommitAsync(county, (await PreviewAsync(county, First + Second)).Value);
        const string short_ = "对象名称,统一社会信用代码,对象类型,所属乡镇,登记状态,信用风险等级\n勐海甲茶业有限公司,91532822MA6K1A2B1J,企业,勐海镇,注销,\n";

        var upload = (await PreviewAsync(county, short_, headers: "")).Value;
        await CommitAsync(county, upload);

        var subject = await county.ReadAsync(db => db.Subjects.SingleAsync(s => s.Code == "91532822MA6K1A2B1J"));
        (subject.Phone, subject.Risk, subject.State).ShouldBe(("13800000001", RiskClass.N, RegistrationState.Deregistered));
    }

    [Fact]
    public async Task What_an_export_shows_masked_never_comes_back_as_data()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        await CommitAsync(county, (await PreviewAsync(county, First + Product)).Value);
        using var file = new MemoryStream();
        await county.AskAsync(async (SubjectReader r) =>
        {
            await r.ExportAsync(file, new(), []);
            return true;
        });
        file.Position = 0;

        var report = (await county.AskAsync((ImportSheet i) => i.RunAsync(county.Office, SubjectImport.Fills, "导出.xlsx", file))).Value;

        report.Errors.ShouldHaveSingleItem().Rule.ShouldBe("subject.masked");
        (report.Rows, report.Unchanged).ShouldBe((2, 1));
    }

    [Fact]
    public async Task A_department_imports_its_own_items_and_people_only_and_the_office_none()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        const string items = "事项编码,事项名称,检查部门,事项类别,比例上限,检查对象,检查依据\nSC-1,甲,市场监管,一般,5%,企业、茶叶加工,法\nGA-1,乙,公安局,重点,,企业,法\nSC-2,丙,市场监管局,一般,,企业,法\n";
        var clerk = TestCounty.As(Role.DepartmentClerk, "SC");

        var report = (await ImportAsync(county, clerk, ItemImport.Fills, items)).Value;

        report.Errors.Select(e => (e.Row, e.Rule)).ShouldBe([(3, "department.other"), (4, "item.cap-needed")]);
        var item = await county.ReadAsync(db => db.Items.SingleAsync());
        (item.State, item.SubjectKinds.Single(), item.SubjectTags.Single()).ShouldBe((ItemState.Draft, SubjectKind.Enterprise, "茶叶加工"));
        const string people = "姓名,所属部门,执法证号,证件有效期至,可检查事项,可任组长\n玉罕,市场监管,K1,2028-01-01,SC-1,是\n岩温,公安,K2,2028-01-01,,\n岩罕,市场监管,K3,2028-01-01,SC-9,\n";
        var inspectors = (await ImportAsync(county, clerk, InspectorImport.Fills, people)).Value;
        inspectors.Errors.Select(e => (e.Row, e.Rule)).ShouldBe([(3, "department.other"), (4, "inspector.items-unknown")]);
        (await county.ReadAsync(db => db.Inspectors.SingleAsync())).Number.ShouldBe("SC0001");
        (await ImportAsync(county, county.Office, ItemImport.Fills, items)).Refusal!.Code.ShouldBe("access.no-right");
    }

    [Fact]
    public async Task An_import_that_changes_a_published_item_unpublishes_it_and_a_retired_one_stays()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var published = await AnItem.Coded("SC-1").PublishedAsync(county);
        var retired = await AnItem.Coded("SC-2").PublishedAsync(county);
        await county.AskAsync((RetireItem r) => r.RunAsync(TestCounty.As(Role.DepartmentHead, "SC"), new(retired.Id, retired.Version), "停"));
        const string items = "事项编码,事项名称,检查部门,事项类别,比例上限,检查对象,检查依据\nSC-1,甲,市场监管,一般,5%,企业,法\nSC-2,乙,市场监管,一般,5%,企业,法\n";

        var report = (await ImportAsync(county, TestCounty.As(Role.DepartmentClerk, "SC"), ItemImport.Fills, items)).Value;

        report.Errors.ShouldHaveSingleItem().Rule.ShouldBe("item.retired");
        var item = (await county.AskAsync((ItemReader r) => r.FindAsync(published.Id)))!;
        (item.State, item.PublishedOn, item.Methods.Single()).ShouldBe((ItemState.Draft, null, InspectionMethod.OnSite));
    }

    [Fact]
    public async Task Rejected_rows_come_back_with_their_reasons_and_uploads_are_swept()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var upload = (await PreviewAsync(county, First + First)).Value;
        upload.Report.Errors.ShouldHaveSingleItem().Rule.ShouldBe("row.twice");

        (await county.AskAsync((ImportReader r) => r.WaitingAsync(TestCounty.As(Role.DepartmentClerk, "GA"), upload.Id))).ShouldBeNull();
        await CommitAsync(county, upload);
        await using (var rejected = (await county.AskAsync((ImportReader r) => r.RejectedAsync(county.Office, upload.Id))).ShouldNotBeNull())
        {
            var back = (await county.AskAsync((ImportSheet i) => i.RunAsync(county.Office, SubjectImport.Fills, "x.xlsx", rejected))).Value;
            (back.Rows, back.Unchanged).ShouldBe((1, 1));
        }

        var waiting = (await PreviewAsync(county, Second)).Value;
        county.Clock.Advance(TimeSpan.FromHours(25));
        await PreviewAsync(county, Second);
        (await CommitAsync(county, waiting)).Refusal!.Code.ShouldBe("import.unknown");
    }

    [Fact]
    public async Task A_discarded_upload_is_gone()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var upload = (await PreviewAsync(county, First)).Value;

        (await county.AskAsync((DiscardImport d) => d.RunAsync(county.Office, upload.Id))).ShouldBeNull();

        (await CommitAsync(county, upload)).Refusal!.Code.ShouldBe("import.unknown");
        Directory.GetFiles(Path.Combine(county.DataFolder, "imports")).ShouldBeEmpty();
    }

    private static Task<Outcome<Upload>> PreviewAsync(TestCounty county, string rows, string headers = Headers) =>
        county.AskAsync((PreviewImport p) => p.RunAsync(county.Office, SubjectImport.Fills, "名单.csv", Bytes(headers + rows)));

    private static Task<Outcome<ImportReport>> CommitAsync(TestCounty county, Upload upload) =>
        county.AskAsync((CommitImport c) => c.RunAsync(county.Office, upload.Id));

    private static Task<Outcome<ImportReport>> ImportAsync(TestCounty county, Actor actor, ImportKind kind, string text) =>
        county.AskAsync((ImportSheet i) => i.RunAsync(actor, kind, "x.csv", Bytes(text)));

    private static Task<int> SqlAsync(TestCounty county, string statement) =>
        county.ReadAsync(db => db.Database.ExecuteSqlRawAsync(statement, TestContext.Current.CancellationToken));

    private static async Task<Outcome<ImportReport>> FileAsync(TestCounty county, Actor actor, ImportKind kind, string path, bool dryRun = false)
    {
        await using var file = File.OpenRead(path);
        return await county.AskAsync((ImportSheet i) => i.RunAsync(actor, kind, Path.GetFileName(path), file, dryRun));
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
