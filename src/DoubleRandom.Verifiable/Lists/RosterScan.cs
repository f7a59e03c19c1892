using System.Buffers;
using System.Runtime.CompilerServices;
using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Lists;

/// <summary>
/// A roster line read where it lies (名单行的就地读取, A.3). A line of printable ASCII without escapes has one form only, so
/// that going through it once both reads and checks it; any other line is left to <see cref="RosterLine.Parse"/>.
/// </summary>
internal readonly ref struct RosterScan
{
    private static readonly SearchValues<byte> OfIds = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._-"u8);
    private static readonly SearchValues<byte> OfHex = SearchValues.Create("0123456789abcdef"u8);

    /// <summary>Where the id stands in the line.</summary>
    public Stretch Id { get; private init; }

    /// <summary>True when the line names no reason for which the subject is excluded.</summary>
    public bool TakesPart { get; private init; }

    /// <summary>The attributes, to be taken one by one.</summary>
    public ScannedTexts Attributes { get; private init; }

    /// <summary>The items, to be taken one by one.</summary>
    public ScannedTexts Items { get; private init; }

    /// <summary>True exactly for lines of printable ASCII without escapes that <see cref="RosterLine.Parse"/> takes too.</summary>
    /// <param name="line">The line without its line feed.</param>
    /// <param name="marks">Room for <see cref="QuoteMarks.Most"/> places; it belongs to the scan as long as that is used.</param>
    /// <param name="scan">The line as read.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, Span<int> marks, out RosterScan scan)
    {
        scan = default;
        var count = QuoteMarks.Find(line, marks);
        var at = new Place(0, 0);
        if (count < 0
            || !Named("{\"area\":"u8, line, ref at) || !Text(line, marks[..count], ref at, out var area) || !IsId(area)
            || !Named(",\"attrs\":{"u8, line, ref at) || !Map(line, marks[..count], at, ids: false, out at, out var attributes)
            || !Named(",\"excl\":"u8, line, ref at) || !Text(line, marks[..count], ref at, out var exclusion)
            || !Named(",\"id\":"u8, line, ref at) || !Text(line, marks[..count], ref at, out var id) || !IsId(id))
        {
            return false;
        }

        var idAt = new Stretch(at.Byte - 1 - id.Length, id.Length);
        if (!Named(",\"items\":["u8, line, ref at) || !Ids(line, marks[..count], at, out at, out var items)
            || !Named(",\"salt\":"u8, line, ref at) || !Text(line, marks[..count], ref at, out var salt)
            || salt.Length != LineSalt.Length * 2 || salt.ContainsAnyExcept(OfHex)
            || !Named(",\"skip\":{"u8, line, ref at) || !Map(line, marks[..count], at, ids: true, out at, out var skipped)
            || !line[at.Byte..].SequenceEqual("}"u8) || !IsLeftOut(skipped, items))
        {
            return false;
        }

        scan = new RosterScan { Id = idAt, TakesPart = exclusion.IsEmpty, Attributes = attributes, Items = items };
        return true;
    }

    /// <summary>True for the bytes of an id.</summary>
    public static bool IsId(ReadOnlySpan<byte> text) => text.Length is >= 1 and <= RecordId.MaxLength && !text.ContainsAnyExcept(OfIds);

    /// <summary>What stands from one value to the next, the member's name in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Named(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> line, scoped ref Place at)
    {
        var stands = line[at.Byte..].StartsWith(expected);
        at = new Place(at.Byte + expected.Length, at.Mark + 2);
        return stands;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Text(ReadOnlySpan<byte> line, ReadOnlySpan<int> marks, scoped ref Place at, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (at.Mark + 1 >= marks.Length || marks[at.Mark] != at.Byte)
        {
            return false;
        }

        var closing = marks[at.Mark + 1];
        text = line[(at.Byte + 1)..closing];
        at = new Place(closing + 1, at.Mark + 2);
        return true;
    }

    /// <summary>Members up to the closing brace, names strictly ascending.</summary>
    private static bool Map(ReadOnlySpan<byte> line, ReadOnlySpan<int> marks, Place at, bool ids, out Place after, out ScannedTexts members)
    {
        var first = at.Mark;
        ReadOnlySpan<byte> last = default;
        var more = !Stands((byte)'}', line, at);
        while (more)
        {
            var follows = at.Mark > first;
            if (!Text(line, marks, ref at, out var name) || !Stands((byte)':', line, at) || (ids && !IsId(name)) || (follows && last.SequenceCompareTo(name) >= 0))
            {
                break;
            }

            at = at with { Byte = at.Byte + 1 };
            if (!Text(line, marks, ref at, out _))
            {
                break;
            }

            last = name;
            more = Stands((byte)',', line, at);
            at = more ? at with { Byte = at.Byte + 1 } : at;
        }

        members = new ScannedTexts(line, marks[Math.Min(first, marks.Length)..Math.Min(at.Mark, marks.Length)]);
        after = at with { Byte = at.Byte + 1 };
        return !more && Stands((byte)'}', line, at);
    }

    /// <summary>Ids up to the closing bracket, strictly ascending.</summary>
    private static bool Ids(ReadOnlySpan<byte> line, ReadOnlySpan<int> marks, Place at, out Place after, out ScannedTexts ids)
    {
        var first = at.Mark;
        ReadOnlySpan<byte> last = default;
        var more = !Stands((byte)']', line, at);
        while (more)
        {
            if (!Text(line, marks, ref at, out var id) || !IsId(id) || last.SequenceCompareTo(id) >= 0)
            {
                break;
            }

            last = id;
            more = Stands((byte)',', line, at);
            at = more ? at with { Byte = at.Byte + 1 } : at;
        }

        ids = new ScannedTexts(line, marks[Math.Min(first, marks.Length)..Math.Min(at.Mark, marks.Length)]);
        after = at with { Byte = at.Byte + 1 };
        return !more && Stands((byte)']', line, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Stands(byte expected, ReadOnlySpan<byte> line, Place at) => at.Byte < line.Length && line[at.Byte] == expected;

    /// <summary>Whether each of the items skipped has its reason and is none of those inspected.</summary>
    private static bool IsLeftOut(ScannedTexts skipped, ScannedTexts items)
    {
        while (skipped.Next(out var name))
        {
            skipped.Next(out var reason);
            if (reason.IsEmpty)
            {
                return false;
            }

            var each = items;
            while (each.Next(out var item))
            {
                if (item.SequenceEqual(name))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>How far a line has been read: bytes, and quotation marks among them.</summary>
    private readonly record struct Place(int Byte, int Mark);
}

/// <summary>The texts of a list, or names and values by turns of a map, in a line that has been found to be in form.</summary>
/// <param name="line">The line.</param>
/// <param name="marks">Where each text opens and closes.</param>
internal ref struct ScannedTexts(ReadOnlySpan<byte> line, ReadOnlySpan<int> marks)
{
    private readonly ReadOnlySpan<byte> line = line;
    private readonly ReadOnlySpan<int> marks = marks;
    private int next;

    /// <summary>The next text; false after the last.</summary>
    public bool Next(out ReadOnlySpan<byte> text)
    {
        text = default;
        if (next + 1 >= marks.Length)
        {
            return false;
        }

        text = line[(marks[next] + 1)..marks[next + 1]];
        next += 2;
        return true;
    }
}
