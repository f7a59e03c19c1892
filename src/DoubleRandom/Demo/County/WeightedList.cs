namespace DoubleRandom.Demo.County;

/// <summary>Values with whole weights, e.g. <c>A:6540|B:2530</c>; a value without a weight weighs 1.</summary>
internal sealed class WeightedList
{
    private readonly int[] weights;

    public WeightedList(IEnumerable<(string Value, int Weight)> entries)
    {
        var all = entries.Where(e => e.Weight > 0).ToArray();
        Values = [.. all.Select(e => e.Value)];
        weights = [.. all.Select(e => e.Weight)];
    }

    /// <summary>The values in the order of the file.</summary>
    public IReadOnlyList<string> Values { get; }

    public static WeightedList Parse(string text) =>
        new(text.Split('|').Select(entry => entry.Split(':')).Select(e => (e[0], e.Length > 1 ? int.Parse(e[1], null) : 1)));

    /// <summary>One value, as likely as its weight says.</summary>
    public string Draw(DemoChance chance)
    {
        var left = chance.Below(weights.Sum());
        var place = 0;
        while (left >= weights[place])
        {
            left -= weights[place++];
        }

        return Values[place];
    }

    /// <summary>A deck of exactly <paramref name="total"/> cards in the weights' proportions (largest remainders), shuffled.</summary>
    public Queue<string> Deal(int total, DemoChance chance)
    {
        var cards = Values.Zip(Share(weights, total)).SelectMany(p => Enumerable.Repeat(p.First, p.Second)).ToArray();
        chance.Shuffle(cards);
        return new Queue<string>(cards);
    }

    /// <summary>Shares a total in the proportions of the weights by largest remainders, the former of equals first.</summary>
    public static int[] Share(IReadOnlyList<int> weights, int total)
    {
        var sum = weights.Sum(w => (long)w);
        var shares = weights.Select(w => (int)((long)total * w / sum)).ToArray();
        var byRemainder = Enumerable.Range(0, weights.Count).OrderByDescending(i => (long)total * weights[i] % sum).ThenBy(i => i);
        foreach (var i in byRemainder.Take(total - shares.Sum()))
        {
            shares[i]++;
        }

        return shares;
    }
}
