using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Log;
using DoubleRandom.Testing;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Audit;

/// <summary>A log of any length, written without acts.</summary>
internal static class AFoundedLog
{
    /// <summary>Founds the county's log and gives it so many entries, without checkpoints.</summary>
    public static async Task OfAsync(TestCounty county, int entries)
    {
        _ = (await county.AskAsync((FoundLog f) => f.RunAsync(TestCounty.As(Role.Administrator), 1, Suite.Sha256))).Value;
        await county.ReadAsync(async db =>
        {
            var head = await db.Logs.SingleAsync();
            var grown = MerkleFrontier.Empty;
            for (var i = 0; i < entries; i++)
            {
                var entry = new LogEntry("530000", 0, RecordTime.From(county.Clock.Now()), new OtherEntry("test.entry", Json.Object(("n", i))));
                db.Add(new LogLeaf { Jurisdiction = TestCounty.Menghai, Index = i, Bytes = entry.ToBytes(), LeafHash = entry.LeafHash(head.Suite).ToString() });
                grown = grown.Append(head.Suite, entry.LeafHash(head.Suite));
            }

            (head.Size, head.Peaks) = (entries, [.. grown.Peaks.Select(p => p.ToString())]);
            return await db.CommitAsync(TestCounty.As(Role.Administrator), new Act("test.prepared"));
        });
    }
}
