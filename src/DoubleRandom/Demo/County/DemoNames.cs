using System.Globalization;

namespace DoubleRandom.Demo.County;

/// <summary>Invents names of people and firms, phones and addresses. Nobody is meant by any of them.</summary>
internal sealed class DemoNames(DemoChance chance)
{
    private const int Attempts = 60;
    private readonly Dictionary<string, IReadOnlyList<string>> lists = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>A person's name in the manner of one of the town's peoples.</summary>
    public string Person(DemoTown town) => Person(town.Peoples.Draw(chance));

    /// <summary>A firm with a name that no other bears, from one of the patterns.</summary>
    public NamedFirm Firm(IReadOnlyList<string> patterns, DemoTown town)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (pattern, owner, village) = (chance.Of(patterns), Person(town), chance.Of(town.Villages));
            var name = Fill(pattern, town, village, owner, longBrand: attempt > Attempts / 2);
            if (attempt >= Attempts)
            {
                name = DemoLists.Text("numbered").Replace("{名}", name, StringComparison.Ordinal).Replace("{号}", Number(2, attempt), StringComparison.Ordinal);
            }

            if (taken.Add(name))
            {
                return new(name, owner, village, NamesVillage: pattern.Contains("{村", StringComparison.Ordinal));
            }
        }
    }

    /// <summary>A mobile number whose middle zeros no real one has in such numbers, e.g. 13900001234.</summary>
    public string Phone() => Of("phone") + chance.Below(10_000).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>An address in the town: on a street at the county seat, at a market, or in the firm's village.</summary>
    /// <param name="town">The town.</param>
    /// <param name="firm">Whose address it is; a firm that bears its village's name lies there.</param>
    /// <param name="rural">Whether it lives from the land.</param>
    /// <param name="market">Whether a market stall would do.</param>
    public string Address(DemoTown town, NamedFirm firm, bool rural, bool market)
    {
        var place = firm.NamesVillage || (rural && chance.Happens(80)) ? "address-village"
            : town.IsSeat && chance.Happens(75) ? "address-road"
            : market && chance.Happens(60) ? "address-market"
            : "address-village";
        return DemoLists.Text("province") + town.Name + DemoLists.Text(place)
            .Replace("{路}", Of("road"), StringComparison.Ordinal)
            .Replace("{市场}", Of("market"), StringComparison.Ordinal)
            .Replace("{村委}", firm.Village, StringComparison.Ordinal)
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

    private string Fill(string pattern, DemoTown town, string village, string owner, bool longBrand) =>
        pattern
            .Replace("{地}", DemoTown.All[0].Short + town.InNames, StringComparison.Ordinal)
            .Replace("{镇简}", town.InNames, StringComparison.Ordinal)
            .Replace("{镇}", town.Name, StringComparison.Ordinal)
            .Replace("{色}", chance.Of(town.Colours), StringComparison.Ordinal)
            .Replace("{村委}", village, StringComparison.Ordinal)
            .Replace("{村}", village[..^1], StringComparison.Ordinal)
            .Replace("{人}", owner, StringComparison.Ordinal)
            .Replace("{牌}", TwoParts("brand-first", "brand-last") + (longBrand ? Of("brand-last") : ""), StringComparison.Ordinal)
            .Replace("{昵}", TwoParts("shop-first", "shop-last") + (longBrand ? Of("shop-last") : ""), StringComparison.Ordinal);

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

/// <summary>The name of an invented firm, who owns it, and the village it lies near.</summary>
/// <param name="Name">The name.</param>
/// <param name="Owner">The owner, who may stand in the name.</param>
/// <param name="Village">A village of its town.</param>
/// <param name="NamesVillage">Whether the village stands in the name.</param>
internal readonly record struct NamedFirm(string Name, string Owner, string Village, bool NamesVillage);
