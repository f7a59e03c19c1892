using System.Globalization;

namespace DoubleRandom.Demo;

/// <summary>Invents names of people and firms, phones and addresses. Nobody is meant by any of them.</summary>
internal sealed class DemoNames(Chance chance)
{
    private const int Attempts = 200;
    private readonly Dictionary<string, IReadOnlyList<string>> lists = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>A person's name in the manner of one of the town's peoples.</summary>
    public string Person(DemoTown town) => Person(town.Peoples.Draw(chance));

    /// <summary>A firm's name that no other bears, from one of the patterns.</summary>
    public string Firm(IReadOnlyList<string> patterns, DemoTown town, string owner)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var name = Fill(chance.Of(patterns), town, owner, longBrand: attempt > Attempts / 2);
            if (taken.Add(name))
            {
                return name;
            }
        }

        throw new InvalidOperationException($"No free name is left for '{patterns[0]}' in {town.Name}: give the pattern more variety.");
    }

    /// <summary>A mobile number whose middle zeros no real one has in such numbers, e.g. 13900001234.</summary>
    public string Phone() => Of("phone") + chance.Below(10_000).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>An address in the town; in a village rather than on a street when it lives from the land.</summary>
    public string Address(DemoTown town, bool rural)
    {
        var place = rural && chance.Happens(80) ? "address-village"
            : town.IsSeat && chance.Happens(75) ? "address-road"
            : chance.Happens(60) ? "address-market" : "address-village";
        return DemoLists.Text("province") + town.Name + DemoLists.Text(place)
            .Replace("{路}", Of("road"), StringComparison.Ordinal)
            .Replace("{市场}", Of("market"), StringComparison.Ordinal)
            .Replace("{村委}", chance.Of(town.Villages), StringComparison.Ordinal)
            .Replace("{组}", Number(1, 12), StringComparison.Ordinal)
            .Replace("{号}", Number(1, place == "address-road" ? 260 : 120), StringComparison.Ordinal);
    }

    private string Person(string people)
    {
        var woman = chance.Happens(45);
        return people switch
        {
            "dai" when chance.Happens(12) => Han("dai-surname"),
            "dai" => Of(woman ? "dai-woman" : "dai-man") + OneOrTwo(woman ? "dai-female" : "dai-male"),
            "bulang" => Of(woman ? "dai-woman" : "dai-man") + OneOrTwo(woman ? "dai-female" : "bulang-male"),
            "hani" when chance.Happens(80) => TwoParts("hani-first", "hani-last"),
            "lahu" => (chance.Happens(35) ? Of("lahu-surname") : "") + Of(woman ? "lahu-woman" : "lahu-man") + Of(woman ? "lahu-female" : "lahu-male"),
            _ => Han("surname"),
        };
    }

    private string OneOrTwo(string list) => chance.Happens(55) ? TwoParts(list, list) : Of(list);

    private string Han(string surnames) =>
        Of(surnames) + (chance.Happens(30) ? Of("given-single") : TwoParts("given-first", "given-last"));

    private string Fill(string pattern, DemoTown town, string owner, bool longBrand)
    {
        var village = chance.Of(town.Villages);
        return pattern
            .Replace("{地}", DemoTown.All[0].Short + town.InNames, StringComparison.Ordinal)
            .Replace("{镇简}", town.InNames, StringComparison.Ordinal)
            .Replace("{镇}", town.Name, StringComparison.Ordinal)
            .Replace("{色}", chance.Of(town.Colours), StringComparison.Ordinal)
            .Replace("{村委}", village, StringComparison.Ordinal)
            .Replace("{村}", village[..^1], StringComparison.Ordinal)
            .Replace("{人}", owner, StringComparison.Ordinal)
            .Replace("{牌}", TwoParts("brand-first", "brand-last") + (longBrand ? Of("brand-last") : ""), StringComparison.Ordinal)
            .Replace("{昵}", TwoParts("shop-first", "shop-last") + (longBrand ? Of("shop-last") : ""), StringComparison.Ordinal);
    }

    private string TwoParts(string first, string last)
    {
        var (one, other) = (Of(first), Of(last));
        while (one == other)
        {
            other = Of(last);
        }

        return one + other;
    }

    private string Of(string list)
    {
        if (!lists.TryGetValue(list, out var values))
        {
            lists[list] = values = DemoLists.Of(list);
        }

        return chance.Of(values);
    }

    private string Number(int first, int last) => chance.Between(first, last).ToString(CultureInfo.InvariantCulture);
}
