using System.Globalization;

namespace DoubleRandom.Demo.County;

/// <summary>Makes the 300 inspectors of the demo county's 15 departments.</summary>
internal sealed class DemoInspectors
{
    /// <summary>So many of each department can always lead: in service, certificate valid for years.</summary>
    private const int SureLeaders = 3;

    private static readonly DateOnly FirstDay = new(2026, 3, 2);
    private readonly DemoChance chance;
    private readonly DemoNames names;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly WeightedList availability = DemoLists.Weighted("availability");

    private DemoInspectors(long seed)
    {
        chance = new(seed, "inspectors");
        names = new(chance);
    }

    /// <summary>All inspectors, department by department.</summary>
    public static IReadOnlyList<DemoInspector> Make(long seed) =>
        [.. DemoLists.Table("DemoDepartments").SelectMany(new DemoInspectors(seed).Department)];

    private IEnumerable<DemoInspector> Department(string[] row)
    {
        var count = int.Parse(row[3], CultureInfo.InvariantCulture);
        var specialties = row[4].Split('|');
        var posts = row[5].Split('|', StringSplitOptions.RemoveEmptyEntries).SelectMany(text => Posts(text, count)).ToList();
        posts.AddRange(Enumerable.Repeat(default(Post), Math.Max(0, count - posts.Count)));
        chance.Shuffle(posts);
        return Enumerable.Range(0, count).Select(i => One(row, i, posts[i], specialties)).ToArray();
    }

    /// <summary>The posts that need a qualification: name, share of the department in per cent, the specialty that goes with it.</summary>
    private static IEnumerable<Post> Posts(string text, int count)
    {
        var (name, rest) = (text.Split('%')[0], text.Split('%', '@'));
        return Enumerable.Repeat(new Post(name, rest[2]), count * int.Parse(rest[1], CultureInfo.InvariantCulture) / 100);
    }

    private DemoInspector One(string[] row, int place, Post post, string[] specialties)
    {
        var sure = place < SureLeaders;
        var state = sure ? availability.Values[0] : availability.Draw(chance);
        var own = post.Specialty ?? chance.Of(specialties);
        var other = chance.Of(specialties);
        return new(
            Person(),
            row[2],
            string.Create(CultureInfo.InvariantCulture, $"532822{row[1]}{place + 1:0000}"),
            ValidUntil(sure),
            post.Qualification is null ? [] : [post.Qualification],
            own == other ? [own] : [own, other],
            [.. DemoItem.All.Where(item => item.Department == row[2] && (item.Qualification.Length == 0 || item.Qualification == post.Qualification)).Select(item => item.Code)],
            Towns(row[0], sure),
            sure || (state == availability.Values[0] && chance.Happens(30)),
            state);
    }

    private string Person()
    {
        var name = names.Person(DemoTown.All[0]);
        while (!taken.Add(name))
        {
            name = names.Person(DemoTown.All[0]);
        }

        return name;
    }

    /// <summary>Mostly valid for years; some expired before the demo's first day, some that expire within 60 days of it.</summary>
    private DateOnly ValidUntil(bool sure) => sure ? EndOfMonth(FirstDay.AddMonths(chance.Between(24, 56)))
        : chance.Below(100) switch
        {
            < 3 => FirstDay.AddDays(-chance.Between(3, 200)),
            < 8 => FirstDay.AddDays(chance.Between(5, 58)),
            _ => EndOfMonth(FirstDay.AddMonths(chance.Between(8, 56))),
        };

    private static DateOnly EndOfMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1);

    /// <summary>Market supervision's stations, and some people of the farm and health offices, work in towns; the rest in the whole county.</summary>
    private IReadOnlyList<string> Towns(string department, bool sure)
    {
        var stationed = department switch { "SC" => 50, "NY" or "WJ" or "GA" => 30, _ => 0 };
        if (sure || !chance.Happens(stationed))
        {
            return [];
        }

        var first = chance.Below(DemoTown.All.Count - 1);
        return [.. DemoTown.All.Skip(first).Take(2).Select(t => t.Name)];
    }

    private readonly record struct Post(string? Qualification, string? Specialty);
}
