using System.Text;
using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Imports;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Imports;

public sealed class NamingColumns
{
    private const string Other = "企业名,信用代码,对象类型,乡镇,登记状态,评级\n勐海茶厂,91532822MA6K1A2B1J,企业,勐海镇,在业,A\n";

    [Theory, OnBothDatabases]
    public async Task A_file_with_other_headers_waits_until_its_sender_says_what_they_mean_and_then_goes_in(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var upload = (await PreviewAsync(county)).Value;
        upload.Unread.ShouldNotBeNull().Because.ShouldContain("缺少必填的列");
        upload.Columns.ShouldNotBeNull().Unused.ShouldBe(["企业名", "信用代码", "乡镇", "评级"]);
        upload.Columns!.Missing.ShouldBe(["对象名称", "所属乡镇"], ignoreOrder: true);
        (await county.AskAsync((CommitImport c) => c.RunAsync(county.Office, upload.Id))).Refusal.ShouldNotBeNull().Code.ShouldBe("import.missing-columns");

        var named = (await NameAsync(county, upload, ("对象名称", "企业名"), ("统一社会信用代码", "信用代码"), ("所属乡镇", "乡镇"))).Value;

        named.Unread.ShouldBeNull();
        (named.Report.New, named.Report.Rejected).ShouldBe((1, 0));
        named.Columns.ShouldNotBeNull().Unused.ShouldBe(["评级"]);
        (await county.ReadAsync(db => db.Subjects.CountAsync())).ShouldBe(0);
        var also = (await NameAsync(county, named, ("信用风险等级", "评级"))).Value;
        (await county.AskAsync((CommitImport c) => c.RunAsync(county.Office, also.Id))).Value.New.ShouldBe(1);
        var subject = await county.ReadAsync(db => db.Subjects.SingleAsync());
        (subject.Name, subject.Code, subject.Risk).ShouldBe(("勐海茶厂", "91532822MA6K1A2B1J", RiskClass.A));
    }

    [Theory, OnBothDatabases]
    public async Task One_header_stands_for_one_column_and_what_the_file_does_not_have_names_nothing(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var upload = (await PreviewAsync(county)).Value;

        (await NameAsync(county, upload, ("对象名称", "企业名"), ("所属乡镇", "企业名"))).Refusal.ShouldNotBeNull().Code.ShouldBe("import.named-twice");
        (await NameAsync(county, upload, ("对象名称", "不存在"), ("不存在", "企业名"))).Value.Unread.ShouldNotBeNull();
        (await county.AskAsync((PreviewImport p) => p.NameAsync(TestCounty.As(Role.DepartmentClerk, "SC"), upload.Id, new Dictionary<string, string>())))
            .Refusal.ShouldNotBeNull().Code.ShouldBe("import.unknown");
    }

    [Theory, OnBothDatabases]
    public async Task At_the_command_line_the_missing_columns_are_refused_and_nothing_is_kept(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);

        var refusal = (await county.AskAsync((ImportSheet i) => i.RunAsync(county.Office, SubjectImport.Fills, "x.csv", Bytes(Other)))).Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe("import.missing-columns");
        Directory.GetFiles(Path.Combine(county.DataFolder, "imports")).ShouldBeEmpty();
    }

    private static Task<Outcome<Upload>> PreviewAsync(TestCounty county) =>
        county.AskAsync((PreviewImport p) => p.RunAsync(county.Office, SubjectImport.Fills, "名单.csv", Bytes(Other)));

    private static Task<Outcome<Upload>> NameAsync(TestCounty county, Upload upload, params (string Column, string Found)[] named) =>
        county.AskAsync((PreviewImport p) => p.NameAsync(county.Office, upload.Id, named.ToDictionary(n => n.Column, n => n.Found)));

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
