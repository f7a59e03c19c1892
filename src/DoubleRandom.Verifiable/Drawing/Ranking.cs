using System.Text;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>A subject and its ticket (抽签号, A.7): HMAC of its id under the ticket key.</summary>
/// <param name="Ticket">Ordered as a 32-byte big-endian number.</param>
/// <param name="Line">The subject.</param>
public sealed record TicketedSubject(Bytes32 Ticket, RosterLine Line)
{
    internal static int Compare(TicketedSubject x, TicketedSubject y)
    {
        var order = x.Ticket.CompareTo(y.Ticket);
        return order != 0 ? order : string.CompareOrdinal(x.Line.Id, y.Line.Id);
    }
}

/// <summary>
/// The one order of every part and stratum (抽取顺序, A.7): rank 1 has the smallest ticket. The draw takes ranks 1 … q_h;
/// supplements and replacements continue in the same order. A subject has one ticket, shared by all parts.
/// </summary>
public sealed class Ranking
{
    private readonly Dictionary<PartStratum, List<TicketedSubject>> orders;

    private Ranking(Dictionary<PartStratum, List<TicketedSubject>> orders) => this.orders = orders;

    /// <summary>Ranks every subject that takes part. The order of the roster lines does not matter.</summary>
    public static Ranking Of(Suite suite, Bytes32 ticketKey, IReadOnlyList<Part> parts, IEnumerable<RosterLine> roster)
    {
        var lists = new Dictionary<PartStratum, List<TicketedSubject>>();
        foreach (var line in roster.Where(line => line.TakesPart))
        {
            var ticketed = new TicketedSubject(TicketOf(suite, ticketKey, line.Id), line);
            foreach (var part in parts)
            {
                if (part.Includes(line) && part.StratumOf(line) is { } stratum)
                {
                    var place = new PartStratum(part.Id, stratum);
                    if (!lists.TryGetValue(place, out var list))
                    {
                        lists.Add(place, list = []);
                    }

                    list.Add(ticketed);
                }
            }
        }

        foreach (var list in lists.Values)
        {
            list.Sort(TicketedSubject.Compare);
        }

        return new Ranking(lists);
    }

    /// <summary>The ticket of an id.</summary>
    public static Bytes32 TicketOf(Suite suite, Bytes32 ticketKey, string id)
    {
        Span<byte> bytes = stackalloc byte[RecordId.MaxLength];
        var length = Encoding.ASCII.GetBytes(id, bytes);
        return suite.Hmac(ticketKey, bytes[..length]);
    }

    /// <summary>The subjects of one part and stratum in rank order; rank 1 is at index 0. Empty when there are none.</summary>
    public IReadOnlyList<TicketedSubject> Of(string part, string stratum) => orders.GetValueOrDefault(new PartStratum(part, stratum), []);
}
