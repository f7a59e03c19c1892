using System.Diagnostics.CodeAnalysis;
using System.Text;
using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Lists;

/// <summary>
/// Goes through the lines of a roster, or of a range of it, and checks their form and order on the way (名单行的遍历, A.3).
/// </summary>
/// <param name="bytes">The range.</param>
/// <param name="before">Lines of the file before it, for the numbers of lines in faults.</param>
internal ref struct RosterWalk(ReadOnlySpan<byte> bytes, int before = 0)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private readonly int[] marks = new int[QuoteMarks.Most];
    private LineWalk lines = new(bytes);
    private RosterScan scan;

    /// <summary>Lines gone through.</summary>
    public int Count { get; private set; }

    /// <summary>Where the line lies.</summary>
    public Stretch Line { get; private set; }

    /// <summary>The line's id.</summary>
    public ReadOnlySpan<byte> Id { get; private set; }

    /// <summary>The line, where it could not be read in place; else null.</summary>
    public RosterLine? Parsed { get; private set; }

    /// <summary>The line read in place, where <see cref="Parsed"/> is null.</summary>
    [UnscopedRef]
    public readonly ref readonly RosterScan Scan => ref scan;

    /// <summary>What is wrong with the line after the last good one, or null.</summary>
    public Fault? Fault { get; private set; }

    /// <summary>The next line; false after the last, and at one that is not in form or not after the former.</summary>
    public bool Next()
    {
        if (!lines.Next(out var at))
        {
            return false;
        }

        Count++;
        var former = Id;
        Line = at;
        Parsed = null;
        if (RosterScan.TryRead(at.Of(bytes), marks, out scan))
        {
            Id = scan.Id.Of(at.Of(bytes));
        }
        else if (RosterLine.Parse(at.Of(bytes)).Is(out var parsed, out var fault))
        {
            Parsed = parsed;
            Id = Encoding.ASCII.GetBytes(parsed.Id);
        }
        else
        {
            Fault = fault.InLine(RosterLine.Kind, before + Count);
            return false;
        }

        if (Count > 1 && former.SequenceCompareTo(Id) >= 0)
        {
            Fault = Freezing.OutOfOrder.InLine(RosterLine.Kind, before + Count);
            return false;
        }

        return true;
    }
}
