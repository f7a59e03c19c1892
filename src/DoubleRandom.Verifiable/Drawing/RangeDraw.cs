using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>
/// The draw of a range of the roster (名单一段的抽取, A.7): a function of the ticket key and the range's bytes alone. Ranges
/// cut at any lines, and drawn anywhere and in any order, join to what the whole roster gives in one.
/// </summary>
/// <param name="Size">Number of lines.</param>
/// <param name="Ids">First and last id; null for a range without lines.</param>
/// <param name="Census">Who takes part.</param>
/// <param name="Tickets">For each part and stratum the subjects whose ticket lies below its bound, in no order.</param>
public sealed record RangeDraw(long Size, IdSpan? Ids, RosterCensus Census, IReadOnlyDictionary<PartStratum, IReadOnlyList<TicketedSubject>> Tickets)
{
    /// <summary>Draws a range: lines in canonical form, ascending by id, each with its line feed; any other is a fault.</summary>
    /// <param name="suite">The suite of the draw's log.</param>
    /// <param name="ticketKey">The key of the tickets.</param>
    /// <param name="parts">The parts of the draw.</param>
    /// <param name="limits">Which tickets are kept.</param>
    /// <param name="lines">The range. What is kept of it is copied.</param>
    public static Answer<RangeDraw> Of(Suite suite, Bytes32 ticketKey, IReadOnlyList<Part> parts, TicketLimits limits, ReadOnlySpan<byte> lines)
    {
        if (lines.Length > 0 && lines[^1] != '\n')
        {
            return LineFile.CutShort;
        }

        var places = new RosterPlaces(parts);
        var kept = new KeptTickets(suite, ticketKey, parts.Count, places, limits);
        var walk = new RosterWalk(lines);
        var first = "";
        while (walk.Next())
        {
            first = walk.Count == 1 ? Encoding.ASCII.GetString(walk.Id) : first;
            if (places.Find(walk, kept.NextPlaces))
            {
                kept.Take(lines, walk);
            }
        }

        if (walk.Fault is { } fault)
        {
            return fault;
        }

        var ids = walk.Count == 0 ? null : new IdSpan(first, Encoding.ASCII.GetString(walk.Id));
        return new RangeDraw(walk.Count, ids, places.Census, kept.All(lines));
    }

    /// <summary>This range and the one after it as one.</summary>
    public Answer<RangeDraw> Join(RangeDraw next) => Join([this, next]);

    /// <summary>Ranges that follow each other as one. One that does not come after the former is a fault.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static Answer<RangeDraw> Join(IReadOnlyList<RangeDraw> ranges)
    {
        ArgumentOutOfRangeException.ThrowIfZero(ranges.Count);
        var spans = ranges.Select(range => range.Ids).OfType<IdSpan>().ToArray();
        for (var i = 1; i < spans.Length; i++)
        {
            if (string.CompareOrdinal(spans[i - 1].Last, spans[i].First) >= 0)
            {
                return Freezing.OutOfOrder;
            }
        }

        return new RangeDraw(
            ranges.Sum(range => range.Size),
            spans.Length == 0 ? null : new IdSpan(spans[0].First, spans[^1].Last),
            ranges.Select(range => range.Census).Aggregate((whole, next) => whole.Join(next)),
            ranges.SelectMany(range => range.Tickets)
                .GroupBy(found => found.Key, found => found.Value)
                .ToDictionary(found => found.Key, found => (IReadOnlyList<TicketedSubject>)found.SelectMany(below => below).ToArray()));
    }
}
