using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>A subject and its ticket (抽签号, A.7): HMAC of its id under the ticket key.</summary>
/// <param name="ticket">Ordered as a 32-byte big-endian number.</param>
/// <param name="id">The subject's id.</param>
/// <param name="line">Its roster line, canonical.</param>
public sealed class TicketedSubject(Bytes32 ticket, string id, ReadOnlyMemory<byte> line)
{
    /// <summary>The ticket.</summary>
    public Bytes32 Ticket { get; } = ticket;

    /// <summary>The subject's id.</summary>
    public string Id { get; } = id;

    /// <summary>The subject's roster line, read anew each time.</summary>
    public RosterLine Line => RosterLine.Parse(line.Span).OrThrow();

    /// <summary>The subject's items, ascending.</summary>
    internal IReadOnlyList<string> Items
    {
        get
        {
            if (!RosterScan.TryRead(line.Span, stackalloc int[QuoteMarks.Most], out var scan))
            {
                return Line.Items;
            }

            var items = new List<string>();
            var rest = scan.Items;
            while (rest.Next(out var item))
            {
                items.Add(Encoding.ASCII.GetString(item));
            }

            return items;
        }
    }

    internal static int Compare(TicketedSubject x, TicketedSubject y)
    {
        var order = x.Ticket.CompareTo(y.Ticket);
        return order != 0 ? order : string.CompareOrdinal(x.Id, y.Id);
    }
}
