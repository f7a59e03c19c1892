using System.Buffers.Binary;

namespace DoubleRandom;

/// <summary>UUIDv7 (RFC 9562) that ascend even within one millisecond, so that the trail keeps the order of what happened.</summary>
public static class Uuid7
{
    private const int CountersPerMillisecond = 4096;
    private static readonly Lock Gate = new();
    private static readonly Dictionary<long, int> Counters = [];
    private static long newest;

    /// <summary>A new one for the clock's present millisecond; the twelve bits after the version count within it.</summary>
    public static Guid New(TimeProvider clock)
    {
        var millisecond = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var count = Next(millisecond);
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(millisecond + (count / CountersPerMillisecond))).TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (count % CountersPerMillisecond)));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>How many were made in that millisecond before; older milliseconds are forgotten as time goes on.</summary>
    private static int Next(long millisecond)
    {
        lock (Gate)
        {
            if (millisecond > newest + 1000)
            {
                newest = millisecond;
                foreach (var old in Counters.Keys.Where(m => m < millisecond - 60_000).ToArray())
                {
                    Counters.Remove(old);
                }
            }

            var count = Counters.GetValueOrDefault(millisecond);
            Counters[millisecond] = count + 1;
            return count;
        }
    }
}
