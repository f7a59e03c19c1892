namespace DoubleRandom.Verifiable.Matching;

/// <summary>Whose turn it is in each pool while a first assignment is built; those who are full drop out for good.</summary>
internal sealed class PoolTurns
{
    private readonly SlotPools pools;
    private readonly int[]?[] members;
    private readonly int[] count;
    private readonly int[] turn;

    public PoolTurns(SlotPools pools)
    {
        this.pools = pools;
        (members, count, turn) = (new int[]?[pools.Count], new int[pools.Count], new int[pools.Count]);
    }

    /// <summary>How many of the slot's pool still take turns.</summary>
    public int CountFor(int slot)
    {
        var pool = pools.NumberOf(slot);
        if (members[pool] is null)
        {
            members[pool] = [.. pools.Of(slot)];
            count[pool] = members[pool]!.Length;
        }

        return count[pool];
    }

    /// <summary>The next in turn; there must be one.</summary>
    public int Next(int slot)
    {
        var pool = pools.NumberOf(slot);
        turn[pool] = turn[pool] + 1 < count[pool] ? turn[pool] + 1 : 0;
        return members[pool]![turn[pool]];
    }

    /// <summary>The one last in turn is full; the last of the list takes that place.</summary>
    public void DropLast(int slot)
    {
        var pool = pools.NumberOf(slot);
        count[pool]--;
        members[pool]![turn[pool]] = members[pool]![count[pool]];
    }
}
