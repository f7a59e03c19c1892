using System.Text;
using DoubleRandom.Directories;
using DoubleRandom.Imports;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Imports;

/// <summary>A previewed file whose confirmation arrives twice.</summary>
public sealed class ConfirmingTwice
{
    private const string Sheet = """
        对象名称,统一社会信用代码,对象类型,联系电话,所属乡镇,登记状态,信用风险等级
        勐海甲茶业有限公司,91532822MA6K1A2B1J,企业,13800000001,勐海镇,在营,A
        勐海乙茶叶店,92532822MA6L3C4D83,个体工商户,13800000002,打洛,存续,B
        """;

    [Theory, OnBothDatabases]
    public async Task Of_two_confirmations_at_the_same_moment_one_writes_and_the_other_is_told_that_it_is_in(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        using var sheet = new MemoryStream(Encoding.UTF8.GetBytes(Sheet));
        var upload = (await county.AskAsync((PreviewImport p) => p.RunAsync(county.Office, SubjectImport.Fills, "名单.csv", sheet))).Value;

        var both = await Task.WhenAll(Task.Run(ConfirmAsync), Task.Run(ConfirmAsync));

        both.Count(outcome => outcome.Refusal is null).ShouldBe(1);
        both.Single(outcome => outcome.Refusal is not null).Refusal!.Code.ShouldBe("import.committed-already");
        (await county.ReadAsync(db => db.Subjects.CountAsync())).ShouldBe(2);

        Task<Outcome<ImportReport>> ConfirmAsync() => county.AskAsync((CommitImport c) => c.RunAsync(county.Office, upload.Id));
    }
}
