using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using DoubleRandom.Access;
using DoubleRandom.Log;
using DoubleRandom.Publication;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using DoubleRandom.Testing.PublishUntilKilled;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Audit;

/// <summary>A process that publishes is killed at whatever moment it is at; what it had told to be published is.</summary>
public sealed class KillingTheLogsWriter
{
    private const int Kills = 4;

    [Fact]
    public async Task Every_entry_that_was_acknowledged_is_in_the_log_and_the_next_one_continues_it()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var visit = await AVisit.SubmittedAsync(county, subjects: 80);
        await county.AskAsync((SupervisionDb db) => db.Database.ExecuteSqlRawAsync("DELETE FROM drawn_subjects")); // no draw was held: only the results are to fit
        var acknowledged = new List<(int Index, byte[] Entry)>();
        for (var kill = 0; kill < Kills; kill++)
        {
            // The database is given up, so that whoever opens it next has to mend what the kill left.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            var told = await ToldUntilKilledAsync(county.DataFolder);
            told.ShouldNotBeEmpty();
            acknowledged.AddRange(told);

            (await county.AskAsync((CheckLog c) => c.RunAsync(Actor.Platform(TestCounty.Menghai)))).ShouldBeNull();
            foreach (var (index, entry) in acknowledged)
            {
                (await county.AskAsync((LogTiles t) => t.EntryAsync(index))).ShouldBe(entry);
            }
        }

        acknowledged.Select(a => a.Index).ShouldBeUnique();
        var size = await county.ReadAsync(db => db.Logs.Select(l => l.Size).SingleAsync());
        size.ShouldBeInRange(acknowledged.Count, acknowledged.Count + (Kills * 2)); // at most one a writer was on its way

        (await visit.ApproveAsync(AVisit.Reviewer, visit.Visits[^1])).ShouldBeNull();

        (await county.AskAsync((ResultRegister r) => r.LoggedAsync(TestCounty.Menghai, visit.Visits[^1], 1)))!.Index.ShouldBe(size);
        (await county.AskAsync((CheckLog c) => c.RunAsync(Actor.Platform(TestCounty.Menghai)))).ShouldBeNull();
    }

    /// <summary>What the process told before it was killed, some entries and some milliseconds after it began.</summary>
    private static async Task<List<(int Index, byte[] Entry)>> ToldUntilKilledAsync(string folder)
    {
        using var writer = Process.Start(new ProcessStartInfo("dotnet", [typeof(APublishingProcess).Assembly.Location, folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var told = new List<(int, byte[])>();
        var entries = RandomNumberGenerator.GetInt32(1, 9);
        while (told.Count < entries && await writer.StandardOutput.ReadLineAsync() is { } line)
        {
            told.Add(Read(line));
        }

        await Task.Delay(RandomNumberGenerator.GetInt32(0, 16));
        writer.HasExited.ShouldBeFalse();
        writer.Kill();
        while (await writer.StandardOutput.ReadLineAsync() is { } line)
        {
            told.Add(Read(line));
        }

        await writer.WaitForExitAsync();
        return told;
    }

    private static (int Index, byte[] Entry) Read(string line) => line.Split(' ') is [var index, var entry]
        ? (int.Parse(index, CultureInfo.InvariantCulture), Convert.FromBase64String(entry))
        : throw new InvalidOperationException(line);
}
