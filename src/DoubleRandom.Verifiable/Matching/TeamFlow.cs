namespace DoubleRandom.Verifiable.Matching;

/// <summary>
/// One complete assignment of inspectors to slots, kept complete while slots are settled one by one (席位分配). It answers
/// the only question the matching asks: do the open slots still fill when this inspector is put here? Each inspector
/// stands at most once in a bundle and in at most <c>cap</c> slots.
/// </summary>
internal sealed class TeamFlow
{
    private const int Nobody = Holders.Nobody;

    private readonly SlotPools pools;
    private readonly int[] smallestPoolFirst;
    private readonly Holders holders;
    private readonly bool[] isSettled;
    private readonly int[] settledLoad;
    private readonly TightRegions tight;
    private readonly SearchTrail trail;
    private readonly List<int> candidates = [];
    private int[] caps = [];

    /// <summary>An assignment of nobody yet. It may be completed for one set of caps after another.</summary>
    public TeamFlow(int[][] poolOfSlot, int inspectors, IReadOnlyList<Slot> slots)
    {
        pools = new SlotPools(poolOfSlot);
        smallestPoolFirst = Enumerable.Range(0, poolOfSlot.Length).OrderBy(slot => poolOfSlot[slot].Length).ToArray();
        holders = new Holders(slots, inspectors);
        (isSettled, settledLoad) = (new bool[slots.Count], new int[inspectors]);
        (tight, trail) = (new TightRegions(slots.Count, inspectors), new SearchTrail(slots.Count, inspectors));
    }

    /// <summary>A complete assignment, or null and the slots that cannot all be filled (a Hall violation).</summary>
    public static TeamFlow? Complete(int[][] poolOfSlot, int[] caps, IReadOnlyList<Slot> slots, out int[] deficient)
    {
        var flow = new TeamFlow(poolOfSlot, caps.Length, slots);
        return flow.TryComplete(caps, out deficient) ? flow : null;
    }

    /// <summary>Begins anew and completes the assignment for the caps; else tells the slots that cannot all be filled.</summary>
    public bool TryComplete(int[] within, out int[] deficient)
    {
        (caps, deficient) = (within, []);
        holders.Clear();
        Array.Clear(isSettled);
        Array.Clear(settledLoad);
        tight.Clear();
        var turns = new PoolTurns(pools);

        // The smallest pools choose first: whoever has more choice gives way more easily.
        foreach (var slot in smallestPoolFirst)
        {
            if (!PutNextFree(slot, turns) && !Augment(slot))
            {
                deficient = trail.Slots.ToArray();
                return false;
            }
        }

        return true;
    }

    /// <summary>The inspector in a slot.</summary>
    public int HolderOf(int slot) => holders.Of(slot);

    /// <summary>
    /// Candidates for a slot: in its pool, not used up by settled slots, not settled in the bundle. The list is the caller's until the next call.
    /// </summary>
    public List<int> Candidates(int slot)
    {
        candidates.Clear();
        foreach (var inspector in pools.Of(slot))
        {
            if (settledLoad[inspector] < caps[inspector] && !(holders.InBundle(slot, inspector) is var at and not Nobody && isSettled[at]))
            {
                candidates.Add(inspector);
            }
        }

        return candidates;
    }

    /// <summary>Puts the inspector into the slot and settles it, if all open slots can still be filled; else changes nothing.</summary>
    public bool TrySettle(int slot, int inspector)
    {
        if (holders.Of(slot) != inspector && (tight.Forbid(slot, inspector) || !Move(slot, inspector)))
        {
            return false;
        }

        isSettled[slot] = true;
        holders.Open.Remove(slot, inspector);
        settledLoad[inspector]++;
        return true;
    }

    private bool Move(int slot, int inspector)
    {
        var former = holders.Of(slot);
        var sameBundle = holders.InBundle(slot, inspector);
        if (sameBundle == Nobody && holders.LoadOf(inspector) < caps[inspector])
        {
            holders.Put(slot, inspector);
            return true;
        }

        // One open slot of the inspector's has to give way; any one will do, because a single missing unit of flow can be
        // found from wherever it is missing.
        var (yields, quick) = sameBundle != Nobody ? (sameBundle, false) : WhoYields(inspector, former);
        holders.Put(yields, Nobody);
        holders.Put(slot, inspector);
        if (quick)
        {
            holders.Put(yields, former);
            return true;
        }

        isSettled[slot] = true;
        var filled = Augment(yields);
        isSettled[slot] = false;
        if (!filled)
        {
            tight.Add(trail.Slots, trail.Inspectors);
            holders.Put(slot, former);
            holders.Put(yields, inspector);
        }

        return filled;
    }

    /// <summary>An open slot of the inspector's, if possible one that the slot's former holder can take over at once.</summary>
    private (int Slot, bool Quick) WhoYields(int inspector, int former)
    {
        for (var slot = holders.Open.First(inspector); slot != Nobody; slot = holders.Open.Next(slot))
        {
            if (holders.InBundle(slot, former) == Nobody && pools.Has(slot, former))
            {
                return (slot, true);
            }
        }

        return (holders.Open.First(inspector), false);
    }

    /// <summary>While the assignment is being built, the members of a pool take turns; whoever is full stays full.</summary>
    private bool PutNextFree(int slot, PoolTurns turns)
    {
        for (var tried = 0; tried < turns.CountFor(slot); tried++)
        {
            var inspector = turns.Next(slot);
            if (holders.LoadOf(inspector) == caps[inspector])
            {
                turns.DropLast(slot);
                tried--;
            }
            else if (holders.InBundle(slot, inspector) == Nobody)
            {
                holders.Put(slot, inspector);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Fills an empty slot by a chain of moves among open slots, or reports the slots that such chains reach. Breadth first;
    /// a slot is tried for a free inspector as soon as it is reached.
    /// </summary>
    private bool Augment(int empty)
    {
        trail.Start();
        pools.StartSearch();
        if (Reaches(empty, Nobody, empty))
        {
            return true;
        }

        for (var next = 0; next < trail.Count; next++)
        {
            var slot = trail.SlotAt(next);
            for (var other = holders.Bundles.StartOf(slot); other < holders.Bundles.EndOf(slot); other++)
            {
                if (holders.Of(other) != Nobody && pools.Has(slot, holders.Of(other)) && Reaches(other, slot, empty))
                {
                    return true;
                }
            }

            if (AskPool(slot, empty))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Asks everyone in the slot's pool for the slots they hold. Whoever stands in the slot's own bundle can only swap
    /// places there, and is left to be asked by a slot of another bundle.
    /// </summary>
    private bool AskPool(int slot, int empty)
    {
        var left = 0;
        var notYetAsked = pools.NotYetAsked(slot);
        foreach (var inspector in notYetAsked)
        {
            if (holders.InBundle(slot, inspector) != Nobody)
            {
                notYetAsked[left++] = inspector;
            }
            else if (trail.Ask(inspector))
            {
                for (var other = holders.Open.First(inspector); other != Nobody; other = holders.Open.Next(other))
                {
                    if (Reaches(other, slot, empty))
                    {
                        return true;
                    }
                }
            }
        }

        pools.Keep(slot, left);
        return false;
    }

    /// <summary>Notes that a chain reaches the slot; true when a free inspector ends the chain here, which is then carried out.</summary>
    private bool Reaches(int slot, int from, int empty)
    {
        if (isSettled[slot] || !trail.Reach(slot, from) || pools.IsFull(slot))
        {
            return false;
        }

        var anyFree = false;
        foreach (var inspector in pools.Of(slot))
        {
            if (holders.LoadOf(inspector) < caps[inspector])
            {
                anyFree = true;
                if (holders.InBundle(slot, inspector) == Nobody)
                {
                    Shift(slot, inspector, empty);
                    return true;
                }
            }
        }

        if (!anyFree)
        {
            pools.NoteFull(slot);
        }

        return false;
    }

    /// <summary>The slot takes the free inspector, the slot before takes the one it had, and so on back to the empty slot.</summary>
    private void Shift(int slot, int inspector, int empty)
    {
        while (true)
        {
            var had = holders.Of(slot);
            holders.Put(slot, inspector);
            if (slot == empty)
            {
                return;
            }

            (slot, inspector) = (trail.CameFrom(slot), had);
        }
    }
}
