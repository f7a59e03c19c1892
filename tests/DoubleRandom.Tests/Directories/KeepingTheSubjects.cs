using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Tests.Directories;

public sealed class KeepingTheSubjects
{
    [Theory, OnBothDatabases]
    public async Task A_subject_is_found_by_part_of_its_name_by_code_and_by_conditions(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var tea = await ASubject.Number(1).AddedAsync(county);
        await ASubject.Number(2).With(c => c with { Name = "打洛 ＡＢ 超市", Town = "532822102", Industry = "F5212", Risk = RiskClass.D, Tags = ["食品销售", "网络交易"] }).AddedAsync(county);
        await ASubject.Number(3).With(c => c with { Name = "阿里客栈", State = RegistrationState.Deregistered, Tags = [] }).AddedAsync(county);

        async Task<string[]> NamesAsync(SubjectQuery query) => [.. (await county.AskAsync((SubjectReader r) => r.PageAsync(query))).Rows.Select(s => s.Name)];

        (await NamesAsync(new())).ShouldBe(["阿里客栈", "打洛 ＡＢ 超市", tea.Name], "names stand by pinyin");
        (await NamesAsync(new() { Text = "青山" })).ShouldBe([tea.Name]);
        (await NamesAsync(new() { Text = "ab超" })).ShouldBe(["打洛 ＡＢ 超市"]);
        (await NamesAsync(new() { Text = tea.Code.ToLowerInvariant() })).ShouldBe([tea.Name]);
        (await NamesAsync(new() { Towns = ["532822102"], Kinds = [SubjectKind.Enterprise] })).ShouldBe(["打洛 ＡＢ 超市"]);
        (await NamesAsync(new() { Industry = "c15", States = [RegistrationState.InBusiness] })).ShouldBe([tea.Name]);
        (await NamesAsync(new() { Tag = "网络交易", Risks = [RiskClass.C, RiskClass.D] })).ShouldBe(["打洛 ＡＢ 超市"]);
        (await NamesAsync(new() { Sort = "name", Descending = true, Size = 2, Page = 2 })).ShouldBe(["阿里客栈"]);
        (await county.AskAsync((SubjectReader r) => r.TagsAsync())).ShouldBe(["网络交易", "茶叶加工", "食品销售"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_has_no_code_is_numbered_by_the_platform_but_a_business_needs_one(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);

        var product = await ASubject.Coded(null).With(c => c with { Name = "普洱茶（熟茶）", Kind = SubjectKind.Product }).AddedAsync(county);
        product.Code.ShouldBe("D000001");
        product.SearchText.ShouldContain("d000001");
        (await ASubject.Coded("").TryAsync(county)).Refusal!.Code.ShouldBe("subject.code-needed");
        (await ASubject.Coded("91532822MA6K1A2B1K").TryAsync(county)).Refusal!.Field.ShouldBe("Code");
        (await ASubject.Number(1).TryAsync(county)).Refusal.ShouldBeNull();
        (await ASubject.Number(1).TryAsync(county)).Refusal!.Code.ShouldBe("subject.code-taken");
    }

    [Theory, OnBothDatabases]
    public async Task A_form_sent_twice_makes_one_subject(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var form = Uuid7.New(county.Clock);
        var content = ASubject.Coded(null).With(c => c with { Name = "普洱茶（熟茶）", Kind = SubjectKind.Product }).Content;
        Task<Outcome<Id<Subject>>> SendAsync(IServiceProvider request) => request.GetRequiredService<AddSubject>().RunAsync(county.Office, null, content, form);

        var atOnce = await county.AskAsync((IServiceProvider request) =>
        {
            request.BeforeSave(1, async () => (await county.AskAsync<IServiceProvider, Outcome<Id<Subject>>>(SendAsync)).Refusal.ShouldBeNull());
            return SendAsync(request);
        });
        var again = await county.AskAsync<IServiceProvider, Outcome<Id<Subject>>>(SendAsync);

        (atOnce.Value, again.Value).ShouldBe((new Id<Subject>(form), new Id<Subject>(form)));
        (await county.AskAsync((SubjectReader r) => r.PageAsync(new()))).Rows.Select(s => s.Code).ShouldBe(["D000001"]);
    }

    [Fact]
    public void A_town_is_one_of_its_county()
    {
        var known = TestCounty.Menghai;
        var unknown = Jurisdiction.Parse("532801", null);

        (Town.IsOf(known, "532822101"), Town.IsOf(known, "532822999"), Town.IsOf(known, "532801101"), Town.IsOf(known, "")).ShouldBe((true, false, false, false));
        (Town.IsOf(unknown, "532801101"), Town.IsOf(unknown, "532822101"), Town.IsOf(unknown, "53280110"), Town.IsOf(unknown, "53280110X")).ShouldBe((true, false, false, false));
        Town.Find(unknown, "532801101")!.Code.ShouldBe("532801101");
        Town.Find(unknown, "勐海镇").ShouldBeNull();
    }

    [Fact]
    public async Task A_county_whose_towns_are_not_known_keeps_subjects_too()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var jinghong = Jurisdiction.Parse("532801", null);
        var office = TestCounty.As(Role.OfficeClerk, county: jinghong);
        Task<Outcome<Id<Subject>>> AddAsync(string town) => county.AskAsync(jinghong, (AddSubject a) =>
            a.RunAsync(office, null, ASubject.Coded(null).With(c => c with { Kind = SubjectKind.Product, Town = town }).Content));

        (await AddAsync("532822101")).Refusal!.Code.ShouldBe("subject.town-unknown");
        (await AddAsync("532801101")).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Content_against_the_rules_is_refused_field_by_field()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var wrong = ASubject.Number(1).With(c => c with
        {
            Name = "",
            Town = "532801101",
            Industry = "茶叶",
            EstablishedOn = new DateOnly(2030, 1, 1),
            Phone = "138****5678",
        });

        (await wrong.TryAsync(county)).Refusal!.All.Select(r => r.Field).ShouldBe(["Name", "Town", "Industry", "EstablishedOn", "Phone"]);
    }

    [Theory, OnBothDatabases]
    public async Task Personal_data_is_shown_to_who_may_see_it_and_each_look_is_kept(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var subject = await ASubject.Number(1).AddedAsync(county);

        (await county.AskAsync((ShowPersonalData s) => s.RunAsync(TestCounty.As(Role.Reviewer, "SC"), subject.Id))).Refusal!.Code.ShouldBe("access.no-right");
        (await county.AskAsync((ShowPersonalData s) => s.RunAsync(county.Office, subject.Id))).Value.Phone.ShouldBe("13812345678");

        var history = await county.AskAsync((TrailReader r) => r.OfAsync(StoredKind.Of<Subject>(), subject.Id.ToString()));
        history.Select(h => h.Act).ShouldBe(["subject.personal-data-shown", "subject.added"]);
        history[1].After!.ShouldNotContain("13812345678");
        history[1].After!.ShouldNotContain("SearchText");
    }

    [Fact]
    public async Task A_form_that_sends_masked_data_back_leaves_it_as_it_is()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var subject = await ASubject.Number(1).AddedAsync(county);
        var form = SubjectContent.Of(subject) with { Name = "新名", Phone = Mask.Phone(subject.Phone), Representative = Mask.Name(subject.Representative) };

        (await county.AskAsync((ChangeSubject c) => c.RunAsync(county.Office, subject.Id, subject.Version, form))).Refusal.ShouldBeNull();

        var changed = (await county.AskAsync((SubjectReader r) => r.FindAsync(subject.Id)))!;
        (changed.Name, changed.Phone, changed.Representative).ShouldBe(("新名", "13812345678", "岩罕"));
        (await county.AskAsync((ChangeSubject c) => c.RunAsync(county.Office, subject.Id, subject.Version, form))).Refusal!.Code.ShouldBe("row.changed-meanwhile");
    }
}
