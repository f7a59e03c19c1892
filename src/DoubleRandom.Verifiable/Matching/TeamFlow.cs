namespace DoubleRandom.Verifiable.Matching;

/// <summary>
/// One complete assignment of inspectors to slots, kept complete while slots are settled one by one (席位分配). It answers
/// the only question the matching asks: do the open slots still fill when this inspector is put here? Each inspector
/// stands at most once in a bundle and in at most <c>cap</c> slots.
/// </summary>
internal sealed class TeamFlow
{
    private const int Nobody = -1;

    private readonly SlotPools pools;
    private readonly int[] caps;
    private readonly BundleSpans bundles;
    private readonly int[] holder;
    private readonly bool[] isSettled;
    private readonly int[] load;
    private readonly int[] settledLoad;
    private readonly HeldSlots held;
    private readonly TightRegions tight;
    private readonly SearchTrail trail;

    private TeamFlow(SlotPools pools, int[] caps, IReadOnlyList<Slot> slots)
    {
        (this.pools, this.caps) = (pools, caps);
        var count = slots.Count;
        bundles = new BundleSpans(slots);
        (holder, isSettled) = (new int[count], new bool[count]);
        (load, settledLoad) = (new int[caps.Length], new int[caps.Length]);
        (tight, trail) = (new TightRegions(count, caps.Length), new SearchTrail(count, caps.Length));
        held = new HeldSlots(count, caps.Length);
        Array.Fill(holder, Nobody);
    }

    /// <summary>A complete assignment, or null and the slots that cannot all be filled (a Hall violation).</summary>
    public static TeamFlow? Complete(int[][] poolOfSlot, int[] caps, IReadOnlyList<Slot> slots, out int[] deficient)
    {
        deficient = [];
        var flow = new TeamFlow(new SlotPools(poolOfSlot), caps, slots);
        var turns = new PoolTurns(flow.pools);

        // The smallest pools choose first: whoever has more choice gives way more easily.
        foreach (var slot in Enumerable.Range(0, poolOfSlot.Length).OrderBy(s => poolOfSlot[s].Length))
        {
            if (!flow.PutNextFree(slot, turns) && !flow.Augment(slot))
            {
                deficient = flow.trail.Slots.ToArray();
                return null;
            }
        }

        return flow;
    }

    /// <summary>The inspector in a slot.</summary>
    public int HolderOf(int slot) => holder[slot];

    /// <summary>Candidates for a slot: in its pool, not used up by settled slots, not settled in the bundle.</summary>
    public List<int> Candidates(int slot)
    {
        var candidates = new List<int>();
        foreach (var inspector in pools.Of(slot))
        {
            if (settledLoad[inspector] < caps[inspector] && !(InBundle(slot, inspector) is var at and not Nobody && isSettled[at]))
            {
                candidates.Add(inspector);
            }
        }

        return candidates;
    }

    /// <summary>Puts the inspector into the slot and settles it, if all open slots can still be filled; else changes nothing.</summary>
    public bool TrySettle(int slot, int inspector)
    {
        if (holder[slot] != inspector && (tight.Forbid(slot, inspector) || !Move(slot, inspector)))
        {
            return false;
        }

        isSettled[slot] = true;
        held.Remove(slot, inspector);
        settledLoad[inspector]++;
        return true;
    }

    private bool Move(int slot, int inspector)
    {
        var former = holder[slot];
        var sameBundle = InBundle(slot, inspector);
        if (sameBundle == Nobody && load[inspector] < caps[inspector])
        {
            Put(slot, inspector);
            return true;
        }

        // One open slot of the inspector's has to give way; any one will do, because a single missing unit of flow can be
        // found from wherever it is missing.
        var (yields, quick) = sameBundle != Nobody ? (sameBundle, false) : WhoYields(inspector, former);
        Put(yields, Nobody);
        Put(slot, inspector);
        if (quick)
        {
            Put(yields, former);
            return true;
        }

        isSettled[slot] = true;
        var filled = Augment(yields);
        isSettled[slot] = false;
        if (!filled)
        {
            tight.Add(trail.Slots, trail.Inspectors);
            Put(slot, former);
            Put(yields, inspector);
        }

        return filled;
    }

    /// <summary>An open slot of the inspector's, if possible one that the slot's former holder can take over at once.</summary>
    private (int Slot, bool Quick) WhoYields(int inspector, int former)
    {
        for (var slot = held.First(inspector); slot != Nobody; slot = held.Next(slot))
        {
            if (InBundle(slot, former) == Nobody && pools.Has(slot, former))
            {
                return (slot, true);
            }
        }

        return (held.First(inspector), false);
    }

    /// <summary>While the assignment is being built, the members of a pool take turns; whoever is full stays full.</summary>
    private bool PutNextFree(int slot, PoolTurns turns)
    {
        for (var tried = 0; tried < turns.CountFor(slot); tried++)
        {
            var inspector = turns.Next(slot);
            if (load[inspector] == caps[inspector])
            {
                turns.DropLast(slot);
                tried--;
            }
            else if (InBundle(slot, inspector) == Nobody)
            {
                Put(slot, inspector);
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
            for (var other = bundles.StartOf(slot); other < bundles.EndOf(slot); other++)
            {
                if (holder[other] != Nobody && pools.Has(slot, holder[other]) && Reaches(other, slot, empty))
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
            if (InBundle(slot, inspector) != Nobody)
            {
                notYetAsked[left++] = inspector;
            }
            else if (trail.Ask(inspector))
            {
                for (var other = held.First(inspector); other != Nobody; other = held.Next(other))
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
            if (load[inspector] < caps[inspector])
            {
                anyFree = true;
                if (InBundle(slot, inspector) == Nobody)
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
            var had = holder[slot];
            Put(slot, inspector);
            if (slot == empty)
            {
                return;
            }

            (slot, inspector) = (trail.CameFrom(slot), had);
        }
    }

    private void Put(int slot, int inspector)
    {
        var had = holder[slot];
        if (had != Nobody)
        {
            load[had]--;
            held.Remove(slot, had);
        }

        holder[slot] = inspector;
        if (inspector != Nobody)
        {
            load[inspector]++;
            held.Add(slot, inspector);
        }
    }

    /// <summary>The slot of the same bundle that the inspector holds, or −1.</summary>
    private int InBundle(int slot, int inspector)
    {
        for (var at = bundles.StartOf(slot); at < bundles.EndOf(slot); at++)
        {
            if (holder[at] == inspector)
            {
                return at;
            }
        }

        return Nobody;
    }
}
