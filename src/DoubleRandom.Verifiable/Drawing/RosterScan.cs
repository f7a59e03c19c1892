using System.Buffers;
using System.Runtime.CompilerServices;
using DoubleRandom.Verifiable.Lanes;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>
/// A roster line read where it lies (名单行的就地读取, A.3). A line of printable ASCII without escapes has one form only, so
/// that going through it once both reads and checks it; any other line is left to <see cref="RosterLine.Parse"/>.
/// </summary>
internal ref struct RosterScan
{
    private static readonly SearchValues<byte> OfIds = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._-"u8);
    private static readonly SearchValues<byte> OfHex = SearchValues.Create("0123456789abcdef"u8);

    private readonly ReadOnlySpan<byte> line;
    private QuoteWalk quotes;
    private int at;

    private RosterScan(ReadOnlySpan<byte> line)
    {
        this.line = line;
        quotes = new QuoteWalk(line);
    }

    /// <summary>Where the id stands in the line.</summary>
    public Stretch Id { get; private set; }

    /// <summary>True when the line names no reason for which the subject is excluded.</summary>
    public bool TakesPart { get; private set; }

    /// <summary>The attributes, to be taken one by one.</summary>
    public ScannedTexts Attributes { get; private set; }

    /// <summary>The items, to be taken one by one.</summary>
    public ScannedTexts Items { get; private set; }

    /// <summary>True exactly for lines of printable ASCII without escapes that <see cref="RosterLine.Parse"/> takes too.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out RosterScan scan)
    {
        scan = new RosterScan(line);
        return scan.Read() && scan.quotes.Next() < 0 && scan.quotes.IsPlain;
    }

    /// <summary>True for the bytes of an id.</summary>
    public static bool IsId(ReadOnlySpan<byte> text) => text.Length is >= 1 and <= RecordId.MaxLength && !text.ContainsAnyExcept(OfIds);

    private bool Read()
    {
        if (!(TakeName("{\"area\":"u8) && TakeText(out var area) && IsId(area)
            && TakeName(",\"attrs\":{"u8) && TakeMap(ids: false, out var attributes)
            && TakeName(",\"excl\":"u8) && TakeText(out var exclusion)
            && TakeName(",\"id\":"u8) && TakeText(out var id) && IsId(id)))
        {
            return false;
        }

        Id = new Stretch(at - 1 - id.Length, id.Length);
        TakesPart = exclusion.IsEmpty;
        Attributes = attributes;
        if (!(TakeName(",\"items\":["u8) && TakeIds(out var items)
            && TakeName(",\"salt\":"u8) && TakeText(out var salt) && salt.Length == LineSalt.Length * 2 && !salt.ContainsAnyExcept(OfHex)
            && TakeName(",\"skip\":{"u8) && TakeMap(ids: true, out var skipped)
            && Take("}"u8) && at == line.Length))
        {
            return false;
        }

        Items = items;
        return AreDisjoint(items, skipped);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Take(ReadOnlySpan<byte> expected)
    {
        var taken = line[at..].StartsWith(expected);
        at += taken ? expected.Length : 0;
        return taken;
    }

    /// <summary>What stands from one value to the next, the member's name in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TakeName(ReadOnlySpan<byte> expected) => Take(expected) && quotes.Next() >= 0 && quotes.Next() >= 0;

    private bool TakeText(out ReadOnlySpan<byte> text)
    {
        var (opening, closing) = (quotes.Next(), quotes.Next());
        if (opening != at || closing < 0)
        {
            text = default;
            return false;
        }

        text = line[(opening + 1)..closing];
        at = closing + 1;
        return true;
    }

    /// <summary>Members up to the closing brace, names strictly ascending.</summary>
    private bool TakeMap(bool ids, out ScannedTexts members)
    {
        members = default;
        if (Take("}"u8))
        {
            return true;
        }

        var from = at;
        ReadOnlySpan<byte> last = default;
        do
        {
            var follows = at > from;
            if (!(TakeText(out var name) && Take(":"u8) && TakeText(out _)) || (ids && !IsId(name)) || (follows && last.SequenceCompareTo(name) >= 0))
            {
                return false;
            }

            last = name;
        }
        while (Take(","u8));
        members = new ScannedTexts(line[from..at]);
        return Take("}"u8);
    }

    /// <summary>Ids up to the closing bracket, strictly ascending.</summary>
    private bool TakeIds(out ScannedTexts ids)
    {
        ids = default;
        if (Take("]"u8))
        {
            return true;
        }

        var from = at;
        ReadOnlySpan<byte> last = default;
        do
        {
            if (!TakeText(out var id) || !IsId(id) || last.SequenceCompareTo(id) >= 0)
            {
                return false;
            }

            last = id;
        }
        while (Take(","u8));
        ids = new ScannedTexts(line[from..at]);
        return Take("]"u8);
    }

    private static bool AreDisjoint(ScannedTexts items, ScannedTexts skipped)
    {
        while (skipped.Next(out var name))
        {
            skipped.Next(out _);
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
}

/// <summary>The texts of a list, or names and values by turns of a map, that has been found to be in form.</summary>
internal ref struct ScannedTexts(ReadOnlySpan<byte> inner)
{
    private ReadOnlySpan<byte> rest = inner;

    /// <summary>The next text; false after the last.</summary>
    public bool Next(out ReadOnlySpan<byte> text)
    {
        text = default;
        var opening = rest.IndexOf((byte)'"');
        if (opening < 0)
        {
            return false;
        }

        rest = rest[(opening + 1)..];
        var length = rest.IndexOf((byte)'"');
        text = rest[..length];
        rest = rest[(length + 1)..];
        return true;
    }
}
