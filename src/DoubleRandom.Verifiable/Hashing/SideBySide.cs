using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Hashing;

/// <summary>Many hashes in the lanes of a vector (并行散列).</summary>
internal sealed class SideBySide<THash, TLane> : ManyHashes
    where THash : ILaneHash
    where TLane : unmanaged, ILane<TLane>
{
    /// <summary>The bit after the last byte, and the length in eight bytes.</summary>
    private const int Padding = 9;

    public override int Width => TLane.Width;

    public override void Leaves(ReadOnlySpan<byte> bytes, ReadOnlySpan<Stretch> lines, Span<Bytes32> hashes)
    {
        Span<TLane> start = stackalloc TLane[Columns.State];
        Begin(start);
        Digest(start, 0, [0x00], bytes, lines, hashes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Nodes(ReadOnlySpan<Bytes32> pairs, Span<Bytes32> nodes)
    {
        Span<TLane> states = stackalloc TLane[Columns.State];
        Span<TLane> words = stackalloc TLane[THash.Room];
        Span<byte> rows = stackalloc byte[TLane.Width * Columns.Row];
        for (var first = 0; first < pairs.Length / 2; first += TLane.Width)
        {
            var group = pairs[(2 * first)..Math.Min(pairs.Length / 2 * 2, 2 * (first + TLane.Width))];
            for (var i = 0; i < group.Length; i++)
            {
                group[i].CopyTo(rows[(i * Bytes32.Length)..]);
            }

            Columns.Of(rows, words);
            var last = AfterOneByte(words);
            Begin(states);
            THash.Compress(states, words);
            words[..Columns.Block].Clear();
            words[0] = last;
            words[Columns.Block - 1] = TLane.Every(8 * (1 + (2 * Bytes32.Length)));
            THash.Compress(states, words);
            Columns.Back<TLane>(states, rows);
            TakeOut(rows, nodes.Slice(first, group.Length / 2));
        }
    }

    public override void Macs(Bytes32 key, ReadOnlySpan<byte> bytes, ReadOnlySpan<Stretch> messages, Span<Bytes32> macs)
    {
        Span<TLane> inner = stackalloc TLane[Columns.State];
        Span<TLane> outer = stackalloc TLane[Columns.State];
        Pad(key, 0x36363636, inner);
        Pad(key, 0x5c5c5c5c, outer);
        for (var first = 0; first < messages.Length; first += TLane.Width)
        {
            var count = Math.Min(TLane.Width, messages.Length - first);
            MacsOf(inner, outer, bytes, messages.Slice(first, count), macs.Slice(first, count));
        }
    }

    /// <summary>The HMACs of as many messages as there are lanes, or fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MacsOf(
        ReadOnlySpan<TLane> inner, ReadOnlySpan<TLane> outer, ReadOnlySpan<byte> bytes, ReadOnlySpan<Stretch> messages, Span<Bytes32> macs)
    {
        Span<TLane> states = stackalloc TLane[Columns.State];
        Span<TLane> words = stackalloc TLane[THash.Room];
        Span<byte> rows = stackalloc byte[TLane.Width * Columns.Row];
        if (AreOfOneBlock(messages))
        {
            for (var i = 0; i < messages.Length; i++)
            {
                Fill(rows.Slice(i * Columns.Row, Columns.Row), Columns.Row, [], messages[i].Of(bytes), 0);
            }

            Columns.Of(rows, words);
            inner.CopyTo(states);
            THash.Compress(states, words);
            states.CopyTo(words);
        }
        else
        {
            Digest(inner, Columns.Row, [], bytes, messages, macs);
            for (var i = 0; i < macs.Length; i++)
            {
                macs[i].CopyTo(rows[(i * Columns.Row)..]);
            }

            Columns.Of(rows, words);
        }

        words[Columns.State] = TLane.Every(0x80000000);
        words[(Columns.State + 1)..(Columns.Block - 1)].Clear();
        words[Columns.Block - 1] = TLane.Every(8 * (Columns.Row + Bytes32.Length));
        outer.CopyTo(states);
        THash.Compress(states, words);
        Columns.Back<TLane>(states, rows);
        TakeOut(rows, macs);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreOfOneBlock(ReadOnlySpan<Stretch> messages)
    {
        foreach (var message in messages)
        {
            if (message.Length + Padding > Columns.Row)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Hashes every message. A lane that has done with one takes the next, so that none waits for another.</summary>
    /// <param name="start">The states before the messages.</param>
    /// <param name="before">Bytes that these have taken: whole blocks.</param>
    /// <param name="lead">What stands before every message: nothing or one byte.</param>
    /// <param name="bytes">Where the messages lie.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="digests">One for each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Digest(
        ReadOnlySpan<TLane> start, int before, ReadOnlySpan<byte> lead, ReadOnlySpan<byte> bytes, ReadOnlySpan<Stretch> messages, Span<Bytes32> digests)
    {
        Span<TLane> states = stackalloc TLane[Columns.State];
        Span<TLane> words = stackalloc TLane[THash.Room];
        Span<byte> rows = stackalloc byte[TLane.Width * Columns.Row];
        Span<byte> ends = stackalloc byte[TLane.Width * Columns.Row];
        Span<int> message = stackalloc int[TLane.Width];
        Span<int> taken = stackalloc int[TLane.Width];
        Span<uint> begins = stackalloc uint[TLane.Width];
        message.Fill(-1);
        var (next, open) = (0, 0);
        while (true)
        {
            begins.Clear();
            for (var lane = 0; lane < TLane.Width; lane++)
            {
                if (message[lane] < 0 && next < messages.Length)
                {
                    (message[lane], taken[lane], begins[lane]) = (next, -lead.Length, uint.MaxValue);
                    (next, open) = (next + 1, open + 1);
                }

                if (message[lane] >= 0)
                {
                    Fill(rows.Slice(lane * Columns.Row, Columns.Row), before, lead, messages[message[lane]].Of(bytes), taken[lane]);
                    taken[lane] += Columns.Row;
                }
            }

            if (open == 0)
            {
                return;
            }

            Columns.Of(rows, words);
            BeginSome(states, start, begins);
            THash.Compress(states, words);
            var ended = false;
            for (var lane = 0; lane < TLane.Width; lane++)
            {
                if (message[lane] >= 0 && taken[lane] >= messages[message[lane]].Length + Padding)
                {
                    if (!ended)
                    {
                        Columns.Back<TLane>(states, ends);
                        ended = true;
                    }

                    digests[message[lane]] = new Bytes32(ends.Slice(lane * Columns.Row, Bytes32.Length));
                    (message[lane], open) = (-1, open - 1);
                }
            }
        }
    }

    /// <summary>The block of a message that begins at an offset; below 0 the lead comes first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fill(Span<byte> block, int before, ReadOnlySpan<byte> lead, ReadOnlySpan<byte> text, int from)
    {
        // The two full blocks have lengths that the compiler knows, which makes each a move or two.
        if (from >= 0 && text.Length - from >= Columns.Row)
        {
            text.Slice(from, Columns.Row).CopyTo(block);
            return;
        }

        if (from < 0 && text.Length >= Columns.Row - 1)
        {
            text[..(Columns.Row - 1)].CopyTo(block[1..]);
            block[0] = lead[0];
            return;
        }

        block.Clear();
        var target = from < 0 ? 1 : 0;
        var rest = text.Length - from - target;
        if (rest >= 0)
        {
            text[(from + target)..].CopyTo(block[target..]);
            block[target + rest] = 0x80;
        }

        if (target + rest + Padding <= Columns.Row)
        {
            BinaryPrimitives.WriteInt64BigEndian(block[^8..], 8L * (before + lead.Length + text.Length));
        }

        if (from < 0)
        {
            block[0] = lead[0];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Begin(Span<TLane> states)
    {
        for (var i = 0; i < states.Length; i++)
        {
            states[i] = TLane.Every(THash.Start[i]);
        }
    }

    /// <summary>Sets back the states of the lanes whose mask is all ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BeginSome(Span<TLane> states, ReadOnlySpan<TLane> start, ReadOnlySpan<uint> mask)
    {
        var begins = MemoryMarshal.Cast<uint, TLane>(mask)[0];
        for (var i = 0; i < states.Length; i++)
        {
            states[i] = TLane.Choose(begins, start[i], states[i]);
        }
    }

    /// <summary>The states after the key with one of the pads of RFC 2104.</summary>
    private static void Pad(Bytes32 key, uint pad, Span<TLane> states)
    {
        Span<TLane> words = stackalloc TLane[THash.Room];
        for (var i = 0; i < Columns.Block; i++)
        {
            words[i] = TLane.Every(pad ^ (i < Columns.State ? key.Word(i) : 0));
        }

        Begin(states);
        THash.Compress(states, words);
    }

    /// <summary>Moves blocks one byte on behind 0x01 and returns the word that falls out, with the bit after the last byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane AfterOneByte(Span<TLane> words)
    {
        var firstByte = TLane.Every(0xff000000);
        var carried = TLane.Every(0x01000000);
        for (var i = 0; i < Columns.Block; i++)
        {
            var turned = TLane.RotateLeft(words[i], 24);
            words[i] = TLane.Choose(firstByte, carried, turned);
            carried = turned;
        }

        return TLane.Choose(firstByte, carried, TLane.Every(0x00800000));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TakeOut(ReadOnlySpan<byte> rows, Span<Bytes32> hashes)
    {
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = new Bytes32(rows.Slice(i * Columns.Row, Bytes32.Length));
        }
    }
}
