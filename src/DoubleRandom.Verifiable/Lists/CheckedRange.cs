using System.Text;
using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Lists;

/// <summary>A range of a roster whose lines have been gone through one by one (查验过的一段, A.3).</summary>
/// <param name="First">Number of its first line in the file, from 0.</param>
/// <param name="Ids">First and last id; null when not even the first line is in form.</param>
/// <param name="Fault">What is wrong with the first line that is not in form or not after the former, or null.</param>
internal sealed record CheckedRange(int First, IdSpan? Ids, Fault? Fault)
{
    /// <summary>Goes through a range.</summary>
    public static CheckedRange Of(LineRange range)
    {
        var walk = new RosterWalk(range.Bytes.Span, range.First);
        string? first = null;
        while (walk.Next())
        {
            first ??= Encoding.ASCII.GetString(walk.Id);
        }

        return new CheckedRange(range.First, first is null ? null : new IdSpan(first, Encoding.ASCII.GetString(walk.Id)), walk.Fault);
    }

    /// <summary>What is wrong with the first line of the file that is not in form or not after the former, or null.</summary>
    /// <param name="ranges">All of its ranges in order.</param>
    public static Fault? FirstFault(IReadOnlyList<CheckedRange> ranges)
    {
        string? last = null;
        foreach (var range in ranges)
        {
            if (last is not null && range.Ids is { } ids && string.CompareOrdinal(last, ids.First) >= 0)
            {
                return Freezing.OutOfOrder.InLine(RosterLine.Kind, range.First + 1);
            }

            if (range.Fault is not null)
            {
                return range.Fault;
            }

            last = range.Ids?.Last ?? last;
        }

        return null;
    }
}
