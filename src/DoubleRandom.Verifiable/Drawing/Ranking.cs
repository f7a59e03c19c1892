using System.Collections;
using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>
/// The one order of every part and stratum (抽取顺序, A.7): rank 1 has the smallest ticket. The draw takes ranks 1 … q_h;
/// supplements and replacements continue in the same order. A subject has one ticket, shared by all parts. Only as many
/// ranks are held as have been asked for, and some more.
/// </summary>
public sealed class Ranking
{
    private readonly Func<TicketLimits, Answer<RangeDraw>> draw;
    private readonly Dictionary<PartStratum, Stratum> strata;

    private Ranking(IReadOnlyList<Part> parts, Func<TicketLimits, Answer<RangeDraw>> draw, RangeDraw drawn)
    {
        (this.draw, Census) = (draw, drawn.Census);
        strata = parts.Zip(drawn.Census.Eligible)
            .SelectMany(found => found.Second, (found, stratum) => (Place: new PartStratum(found.First.Id, stratum.Key), Eligible: stratum.Value))
            .ToDictionary(found => found.Place, found => new Stratum(this, found.Place, found.Eligible, drawn.Tickets.GetValueOrDefault(found.Place, [])));
    }

    /// <summary>Who takes part.</summary>
    public RosterCensus Census { get; }

    /// <summary>Ranks every subject of the roster that takes part, range by range, by whoever the roster was given to.</summary>
    public static Ranking Of(Suite suite, Bytes32 ticketKey, IReadOnlyList<Part> parts, FrozenFile<RosterLine> roster) =>
        Of(parts, limits => RangeDraw.Join(
            roster.InRanges(range => RangeDraw.Of(suite, ticketKey, parts, limits, range.Bytes.Span).OrThrow()))).OrThrow();

    /// <summary>
    /// Ranks the subjects of a roster that the caller draws in ranges, on as many threads or machines as it likes.
    /// </summary>
    /// <param name="parts">The parts of the draw with their quota tables.</param>
    /// <param name="draw">
    /// Draws all ranges with the bounds it is given and joins them. It is called once, and again where a bound was too
    /// small or later ranks are asked for.
    /// </param>
    public static Answer<Ranking> Of(IReadOnlyList<Part> parts, Func<TicketLimits, Answer<RangeDraw>> draw)
    {
        var limits = TicketLimits.For(parts);
        while (true)
        {
            if (!draw(limits).Is(out var drawn, out var fault))
            {
                return fault;
            }

            if (limits.WiderFor(parts, drawn) is not { } wider)
            {
                return new Ranking(parts, draw, drawn);
            }

            limits = wider;
        }
    }

    /// <summary>The ticket of an id.</summary>
    public static Bytes32 TicketOf(Suite suite, Bytes32 ticketKey, string id)
    {
        Span<byte> bytes = stackalloc byte[RecordId.MaxLength];
        var length = Encoding.ASCII.GetBytes(id, bytes);
        return suite.Hmac(ticketKey, bytes[..length]);
    }

    /// <summary>The subjects of one part and stratum in rank order; rank 1 is at index 0. Empty when there are none.</summary>
    public IReadOnlyList<TicketedSubject> Of(string part, string stratum) =>
        strata.TryGetValue(new PartStratum(part, stratum), out var order) ? order : [];

    /// <summary>The ranks of one stratum, drawn as far as they have been asked for.</summary>
    private sealed class Stratum(Ranking ranking, PartStratum place, int eligible, IReadOnlyList<TicketedSubject> below) : IReadOnlyList<TicketedSubject>
    {
        private TicketedSubject[] held = Sorted(below);

        public int Count => eligible;

        public TicketedSubject this[int index]
        {
            get
            {
                if (index >= held.Length)
                {
                    ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, eligible);
                    DrawOn(index + 1);
                }

                return held[index];
            }
        }

        public IEnumerator<TicketedSubject> GetEnumerator()
        {
            for (var i = 0; i < eligible; i++)
            {
                yield return this[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>Draws the stratum again with a bound that lets so many through.</summary>
        private void DrawOn(int ranks)
        {
            for (var limit = TicketLimit.For(ranks, eligible); ranks > held.Length; limit = limit.Doubled)
            {
                var limits = new TicketLimits(new Dictionary<PartStratum, TicketLimit> { [place] = limit });
                held = Sorted(ranking.draw(limits).OrThrow().Tickets.GetValueOrDefault(place, []));
            }
        }

        private static TicketedSubject[] Sorted(IReadOnlyList<TicketedSubject> subjects)
        {
            var sorted = subjects.ToArray();
            Array.Sort(sorted, TicketedSubject.Compare);
            return sorted;
        }
    }
}
