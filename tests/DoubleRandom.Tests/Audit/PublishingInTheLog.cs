using System.Text;
using DoubleRandom.Inspections;
using DoubleRandom.Log;
using DoubleRandom.Publication;
using DoubleRandom.Testing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Audit;

public sealed class PublishingInTheLog
{
    [Theory, OnBothDatabases]
    public async Task A_publication_writes_the_hash_of_what_is_public_and_no_name(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.PublishedAsync(county);

        var entry = await EntryAsync(county, 0);
        var logged = (await county.AskAsync((ResultRegister r) => r.LoggedAsync(TestCounty.Menghai, visit.Id, 1)))!;

        (entry.DrawId, entry.Attempt, entry.Body.Type).ShouldBe((AVisit.Draw, 1, "result.published"));
        logged.Index.ShouldBe(0);
        var line = Encoding.UTF8.GetString(entry.ToBytes());
        line.ShouldContain(Suite.Sha256.Hash(logged.Statement).ToString());
        line.ShouldNotContain("D0001");
        Encoding.UTF8.GetString(logged.Statement).ShouldContain("勐海县第1农资店");
        Encoding.UTF8.GetString(logged.Statement).ShouldNotContain("岩温");
        Encoding.UTF8.GetString(logged.Statement).ShouldNotContain("检查员");
    }

    [Theory, OnBothDatabases]
    public async Task A_correction_is_a_second_entry_and_the_first_edition_keeps_its_own(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.PublishedAsync(county);
        var asked = await county.AskAsync((CorrectResult c) => c.AskAsync(
            AVisit.Clerk, visit.Id, AVisit.ASheetWith("SC-0001", line => line with { Codes = [ResultCode.CorrectedOnOrder], Found = "价签缺失，当场补齐" }), "录入有误"));
        (await county.AskAsync((CorrectResult c) => c.ApproveAsync(AVisit.Reviewer, asked.Value))).ShouldBeNull();

        var first = (await county.AskAsync((ResultRegister r) => r.LoggedAsync(TestCounty.Menghai, visit.Id, 1)))!;
        var second = (await county.AskAsync((ResultRegister r) => r.LoggedAsync(TestCounty.Menghai, visit.Id, 2)))!;

        (first.Index, second.Index).ShouldBe((0, 1));
        Encoding.UTF8.GetString((await EntryAsync(county, 0)).ToBytes()).ShouldContain(Suite.Sha256.Hash(first.Statement).ToString());
        Encoding.UTF8.GetString((await EntryAsync(county, 1)).ToBytes()).ShouldContain(Suite.Sha256.Hash(second.Statement).ToString());
        Encoding.UTF8.GetString(second.Statement).ShouldContain("录入有误");
        (await county.AskAsync((ResultRegister r) => r.LoggedAsync(TestCounty.Menghai, visit.Id, 3))).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Without_the_logs_key_nothing_is_published(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        var visit = await AVisit.SubmittedAsync(county);
        var file = Path.Combine(county.DataFolder, "keys", "secrets.key");
        File.Move(file, file + ".away");

        (await visit.ApproveAsync(AVisit.Reviewer))!.Code.ShouldBe("secrets.key-missing");

        (await county.ReadAsync(db => db.PublishedResults.CountAsync())).ShouldBe(0);
        File.Move(file + ".away", file);
        (await visit.ApproveAsync(AVisit.Reviewer)).ShouldBeNull();
        (await county.ReadAsync(db => db.LogCheckpoints.Select(c => c.Size).ToListAsync())).ShouldBe([1]);
    }

    [Theory, OnBothDatabases]
    public async Task A_head_that_does_not_fit_its_checkpoint_takes_no_entry(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AFoundedLog.OfAsync(county, 2);
        var visit = await AVisit.SubmittedAsync(county);

        (await visit.ApproveAsync(AVisit.Reviewer))!.Code.ShouldBe("log.differs");
    }

    private static async Task<LogEntry> EntryAsync(TestCounty county, int index) =>
        LogEntry.Parse((await county.AskAsync((LogTiles t) => t.EntryAsync(index)))!).OrThrow();
}
