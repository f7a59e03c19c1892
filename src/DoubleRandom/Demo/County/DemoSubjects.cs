namespace DoubleRandom.Demo.County;

/// <summary>Makes the subjects of the demo county in the proportions of <see cref="DemoTrade"/>.</summary>
internal sealed class DemoSubjects
{
    private static readonly Jurisdiction Menghai = Jurisdiction.Parse("532822", null);
    private static readonly DateOnly LastDay = new(2026, 2, 13);
    private static readonly DateOnly TooYoungToRate = new(2025, 12, 1);
    private static readonly DateOnly CreditCodesBegin = new(2015, 10, 1);
    private static readonly DateOnly CooperativesBegin = new(2007, 7, 1);

    private readonly DemoChance chance;
    private readonly DemoNames names;
    private readonly DemoCodes codes;

    private DemoSubjects(long seed, string series)
    {
        chance = new(seed, "subjects" + series);
        names = new(chance);
        codes = new(Menghai, series, chance);
    }

    /// <summary>So many subjects in random order.</summary>
    /// <param name="seed">The same seed gives the same subjects.</param>
    /// <param name="count">How many.</param>
    /// <param name="series">A letter of the codes that keeps two directories apart.</param>
    public static IReadOnlyList<DemoSubject> Make(long seed, int count, string series = "X") => new DemoSubjects(seed, series).Make(count);

    private DemoSubject[] Make(int count)
    {
        var shares = WeightedList.Share([.. DemoTrade.All.Select(t => t.Count)], count);
        var subjects = DemoTrade.All.SelectMany((trade, i) => Enumerable.Range(0, shares[i]).Select(_ => One(trade))).ToArray();
        Register(subjects);
        Rate(subjects);
        chance.Shuffle(subjects);
        return subjects;
    }

    private DemoSubject One(DemoTrade trade)
    {
        var code = trade.Towns.Draw(chance);
        var town = DemoTown.All.First(t => t.Code == code);
        var firm = names.Firm(trade.Names, town);
        return new()
        {
            Trade = trade.Name,
            Name = firm.Name,
            Code = trade.Category.Length == 0 ? null : SubjectCode.Of(codes.Next(trade.Category)),
            Kind = trade.Kind,
            Representative = firm.Owner,
            Phone = chance.Happens(96) ? names.Phone() : "",
            Address = names.Address(town, firm, rural: trade.Where == "tea" || trade.Industry.StartsWith('A'), market: trade.Category.StartsWith('9')),
            Town = town.Name,
            Industry = trade.Industry,
            Established = Day(trade),
            Tags = [.. trade.Tags.Where(t => chance.Happens(t.Percent)).Select(t => t.Tag)],
            IsRegistered = trade.Category.StartsWith('9') && trade.Count > 8,
        };
    }

    /// <summary>A weekday outside the long holidays, more often a late one; cooperatives not before the law that made them.</summary>
    private DateOnly Day(DemoTrade trade)
    {
        var years = LastDay.Year - trade.Since;
        var year = chance.Happens(1) ? LastDay.Year : trade.Since + Math.Max(chance.Below(years), chance.Below(years));
        var first = new DateOnly(year, 1, 4);
        var last = year == LastDay.Year ? LastDay : new DateOnly(year, 12, 30);
        var day = first.AddDays(chance.Below(last.DayNumber - first.DayNumber + 1));
        day = trade.Category == "93" && day < CooperativesBegin ? CooperativesBegin.AddDays(chance.Below(180)) : day;
        day = day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(-2),
            _ => day,
        };
        return day is { Month: 5, Day: <= 5 } or { Month: 10, Day: <= 7 } ? day.AddDays(7) : day;
    }

    /// <summary>Deals the states; some households closed before credit codes came keep their 15-digit number.</summary>
    private void Register(DemoSubject[] subjects)
    {
        var inBusiness = DemoLists.Of("state")[0];
        var states = DemoLists.Weighted("state").Deal(subjects.Count(s => s.IsRegistered), chance);
        for (var i = 0; i < subjects.Length; i++)
        {
            if (!subjects[i].IsRegistered)
            {
                continue;
            }

            var state = states.Dequeue();
            var old = subjects[i].Kind == DemoLists.Of("kind")[2] && subjects[i].Established < CreditCodesBegin;
            subjects[i] = subjects[i] with
            {
                State = state,
                Code = old && state != inBusiness && chance.Happens(40) ? codes.NextLegacy() : subjects[i].Code,
            };
        }
    }

    /// <summary>Deals the risk classes to those in business that have been registered for some months.</summary>
    private void Rate(DemoSubject[] subjects)
    {
        var inBusiness = DemoLists.Of("state")[0];
        var rated = Enumerable.Range(0, subjects.Length)
            .Where(i => subjects[i] is { IsRegistered: true } s && s.State == inBusiness && s.Established < TooYoungToRate)
            .ToArray();
        var classes = DemoLists.Weighted("risk").Deal(rated.Length, chance);
        foreach (var i in rated)
        {
            subjects[i] = subjects[i] with { RiskClass = classes.Dequeue() };
        }
    }
}
