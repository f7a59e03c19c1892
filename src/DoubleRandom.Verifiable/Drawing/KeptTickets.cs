using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>Makes the tickets of a range, many at a time, and keeps those below the bounds of their strata (留存的抽签号).</summary>
internal sealed class KeptTickets(Suite suite, Bytes32 key, int parts, RosterPlaces places, TicketLimits limits)
{
    /// <summary>Subjects whose tickets are made together.</summary>
    private const int Group = 256;

    private readonly List<Stratum>[] strata = Enumerable.Range(0, parts).Select(_ => new List<Stratum>()).ToArray();
    private readonly Stretch[] lines = new Stretch[Group];
    private readonly Stretch[] ids = new Stretch[Group];
    private readonly Bytes32[] tickets = new Bytes32[Group];
    private readonly int[] found = new int[Group * parts];
    private int waiting;

    /// <summary>Where the strata of the next subject are to be written, before it is taken.</summary>
    public Span<int> NextPlaces => found.AsSpan(waiting * parts, parts);

    /// <summary>Takes the subject at which the walk stands.</summary>
    public void Take(ReadOnlySpan<byte> bytes, in RosterWalk walk)
    {
        if (walk.Parsed is { } parsed)
        {
            Keep(suite.Hmac(key, walk.Id), parsed.Id, walk.Line.Of(bytes), NextPlaces);
            return;
        }

        lines[waiting] = walk.Line;
        ids[waiting] = walk.Scan.Id with { Start = walk.Line.Start + walk.Scan.Id.Start };
        waiting++;
        if (waiting == Group)
        {
            MakeTickets(bytes);
        }
    }

    /// <summary>What has been kept, once every subject has been taken.</summary>
    public Dictionary<PartStratum, IReadOnlyList<TicketedSubject>> All(ReadOnlySpan<byte> bytes)
    {
        MakeTickets(bytes);
        return strata.SelectMany(part => part).Where(stratum => stratum.Kept.Count > 0)
            .ToDictionary(stratum => stratum.Place, stratum => (IReadOnlyList<TicketedSubject>)stratum.Kept);
    }

    private void MakeTickets(ReadOnlySpan<byte> bytes)
    {
        suite.Many.Macs(key, bytes, ids.AsSpan(0, waiting), tickets);
        for (var i = 0; i < waiting; i++)
        {
            var wanted = found.AsSpan(i * parts, parts);
            if (IsAdmitted(tickets[i], wanted))
            {
                Keep(tickets[i], Encoding.ASCII.GetString(ids[i].Of(bytes)), lines[i].Of(bytes), wanted);
            }
        }

        waiting = 0;
    }

    private bool IsAdmitted(Bytes32 ticket, ReadOnlySpan<int> wanted)
    {
        for (var part = 0; part < parts; part++)
        {
            if (wanted[part] != RosterPlaces.None && StratumOf(part, wanted[part]).Limit.Admits(ticket))
            {
                return true;
            }
        }

        return false;
    }

    private void Keep(Bytes32 ticket, string id, ReadOnlySpan<byte> line, ReadOnlySpan<int> wanted)
    {
        var subject = new TicketedSubject(ticket, id, line.ToArray());
        for (var part = 0; part < parts; part++)
        {
            if (wanted[part] != RosterPlaces.None && StratumOf(part, wanted[part]) is var stratum && stratum.Limit.Admits(ticket))
            {
                stratum.Kept.Add(subject);
            }
        }
    }

    private Stratum StratumOf(int part, int number)
    {
        var own = strata[part];
        while (own.Count <= number)
        {
            var place = places.Of(part, own.Count);
            own.Add(new Stratum(place, limits[place], []));
        }

        return own[number];
    }

    private sealed record Stratum(PartStratum Place, TicketLimit Limit, List<TicketedSubject> Kept);
}
