using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>
/// The bound below which a stratum's tickets are kept while a roster is gone through (抽签号界限): the smallest k of n are
/// among those below it, but for an unlikely draw that is then run again with twice the bound. It is compared with the first
/// eight bytes of a ticket and changes how long a draw takes, never what it draws.
/// </summary>
/// <param name="Bound">0 (none) … 2^64 (all).</param>
public readonly record struct TicketLimit(UInt128 Bound)
{
    private static readonly UInt128 Whole = UInt128.One << 64;

    /// <summary>No ticket at all.</summary>
    public static readonly TicketLimit None = new(0);

    /// <summary>The bound for the smallest <paramref name="k"/> of <paramref name="n"/> tickets: ⌊m·2^64/n⌋ with m = k + 8⌈√k⌉ + 16.</summary>
    public static TicketLimit For(int k, int n)
    {
        var wanted = k + (8L * RootUp(k)) + 16;
        return new TicketLimit(wanted >= n ? Whole : (UInt128)wanted * Whole / (UInt128)n);
    }

    /// <summary>Twice the bound, all at most.</summary>
    public TicketLimit Doubled => new(UInt128.Min(Whole, UInt128.Max(Bound, 1) * 2));

    /// <summary>True when the ticket lies below the bound.</summary>
    public bool Admits(Bytes32 ticket) => ticket.Leading < Bound;

    /// <summary>⌈√k⌉ by Newton's steps in integers, from above.</summary>
    internal static long RootUp(long k)
    {
        var (root, next) = (k, (k / 2) + 1);
        while (next < root)
        {
            (root, next) = (next, (next + (k / next)) / 2);
        }

        return root * root < k ? root + 1 : root;
    }
}

/// <summary>The bound of every stratum of a draw; a stratum without one keeps no ticket.</summary>
/// <param name="Of">By part and stratum.</param>
public sealed record TicketLimits(IReadOnlyDictionary<PartStratum, TicketLimit> Of)
{
    /// <summary>The bounds for the quotas of the parts.</summary>
    public static TicketLimits For(IReadOnlyList<Part> parts)
    {
        var limits = new Dictionary<PartStratum, TicketLimit>();
        foreach (var part in parts)
        {
            foreach (var row in part.QuotaTable.Rows)
            {
                // A table that names a stratum twice is found wrong when it is compared with the roster.
                limits[new PartStratum(part.Id, row.Stratum)] = TicketLimit.For(row.Quota, row.Eligible);
            }
        }

        return new TicketLimits(limits);
    }

    /// <summary>Bounds twice as wide where a stratum gave fewer tickets than its quota asks for; null when all gave enough.</summary>
    public TicketLimits? WiderFor(IReadOnlyList<Part> parts, RangeDraw drawn)
    {
        var wider = Of.ToDictionary();
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var row in parts[i].QuotaTable.Rows)
            {
                var place = new PartStratum(parts[i].Id, row.Stratum);
                var wanted = Math.Min(row.Quota, drawn.Census.Eligible[i].GetValueOrDefault(row.Stratum));
                if (drawn.Tickets.GetValueOrDefault(place, []).Count < wanted)
                {
                    wider[place] = this[place].Doubled;
                }
            }
        }

        return wider.Any(bound => bound.Value != this[bound.Key]) ? new TicketLimits(wider) : null;
    }

    /// <summary>The bound of a stratum.</summary>
    public TicketLimit this[PartStratum place] => Of.GetValueOrDefault(place, TicketLimit.None);
}
