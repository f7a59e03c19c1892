using System.Buffers.Binary;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Matching;

/// <summary>
/// The random part of the matching (席位抽签, A.8): slot after slot, in an order of its own, one inspector is picked evenly
/// from those who keep the whole draw feasible.
/// </summary>
internal static class AssignmentDraw
{
    public static void Settle(Suite suite, Bytes32 matchKey, IReadOnlyList<Slot> slots, TeamFlow flow)
    {
        var order = Enumerable.Range(0, slots.Count)
            .Select(s => new Turn(KeyOf(s).Leading, s))
            .ToArray();
        Array.Sort(order, (x, y) =>
            x.Leading.CompareTo(y.Leading) is var byLeading and not 0 ? byLeading
            : KeyOf(x.Slot).CompareTo(KeyOf(y.Slot)) is var byKey and not 0 ? byKey
            : string.CompareOrdinal(slots[x.Slot].Id, slots[y.Slot].Id));

        foreach (var turn in order)
        {
            var (candidates, id) = (flow.Candidates(turn.Slot), slots[turn.Slot].Id);
            uint counter = 0;
            while (true)
            {
                var place = Pick(suite, matchKey, id, candidates.Count, ref counter);
                if (flow.TrySettle(turn.Slot, candidates[place]))
                {
                    break;
                }

                candidates.RemoveAt(place);
            }
        }

        Bytes32 KeyOf(int slot) => suite.TaggedMac(matchKey, "drdr/1/slot", slots[slot].Id);
    }

    /// <summary>An even pick of 0 … count−1: 64-bit numbers are drawn until one stands for a place.</summary>
    private static int Pick(Suite suite, Bytes32 matchKey, string slotId, int count, ref uint counter)
    {
        var counterBytes = new byte[4];
        while (true)
        {
            BinaryPrimitives.WriteUInt32BigEndian(counterBytes, counter);
            counter++;
            if (PlaceOf(suite.TaggedMac(matchKey, "drdr/1/pick", slotId, counterBytes).Leading, count) is { } place)
            {
                return place;
            }
        }
    }

    /// <summary>The place 0 … count−1 that a number stands for; null above the last full multiple, which would favour some.</summary>
    internal static int? PlaceOf(ulong number, int count) =>
        number < (UInt128.One << 64) / (uint)count * (uint)count ? (int)(number % (uint)count) : null;

    /// <summary>When a slot's turn comes: ascending by key, then by id. The rest of the key is computed again for the few whose beginnings are equal.</summary>
    private readonly record struct Turn(ulong Leading, int Slot);
}
