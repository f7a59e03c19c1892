using DoubleRandom.Access;
using DoubleRandom.Publication;
using DoubleRandom.Testing;

namespace DoubleRandom.Tests.Publication;

public sealed class TheResultRegister
{
    [Theory, OnBothDatabases]
    public async Task The_public_reads_results_by_subject_and_department_and_no_person(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.SubmittedAsync(county);
        (await ListAsync(county, new())).ShouldBeEmpty();
        await visit.ApproveAsync(AVisit.Reviewer);

        var all = await ListAsync(county, new());

        all.Count.ShouldBe(2);
        string.Join('|', all.Select(row => row.ToString())).ShouldNotContain("检查员");
        string.Join('|', all.Select(row => row.ToString())).ShouldNotContain("岩温");
        (await ListAsync(county, new(Text: "第1农资"))).Count.ShouldBe(2);
        (await ListAsync(county, new(Text: "第2农资"))).ShouldBeEmpty();
        (await ListAsync(county, new(Department: Department.Parse("NY", null)))).Single().ItemName.ShouldBe("农药经营台账的检查");
        (await county.AskAsync((ResultRegister r) => r.ListAsync(Jurisdiction.Parse("532801", null), new(), 1, 20))).Total.ShouldBe(0);
    }

    [Fact]
    public async Task The_register_is_exported_as_a_sheet()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        await AVisit.PublishedAsync(county);
        using var sheet = new MemoryStream();

        await county.AskAsync(async (ResultRegister r) =>
        {
            await r.ExportAsync(TestCounty.Menghai, new(), sheet);
            return 0;
        });

        sheet.Length.ShouldBeGreaterThan(1000);
    }

    private static async Task<IReadOnlyList<PublicResult>> ListAsync(TestCounty county, RegisterQuery query) =>
        (await county.AskAsync((ResultRegister r) => r.ListAsync(TestCounty.Menghai, query, 1, 20))).Lines;
}
