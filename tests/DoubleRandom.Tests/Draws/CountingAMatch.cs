using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Draws.Reading;

namespace DoubleRandom.Tests.Draws;

/// <summary>The arithmetic of workload spread and pair repetition, on teams small enough to count by hand.</summary>
public sealed class CountingAMatch
{
    private static readonly Department Market = Department.MarketSupervision;
    private static readonly Department Emergency = Department.Parse("YJ", null);
    private static readonly Dictionary<string, int> OneEach = new() { ["1"] = 1, ["2"] = 1, ["3"] = 1 };

    [Fact]
    public void A_visit_counts_for_every_place_of_its_team_and_who_got_none_counts_with_zero()
    {
        var figures = MatchFigures.Of(
            [A("1", 1), A("1", 2), Y("1", 8), A("2", 1), A("2", 3), Y("2", 8)],
            new Dictionary<string, int> { ["1"] = 3, ["2"] = 1 },
            new Dictionary<Department, int> { [Emergency] = 1, [Market] = 4 },
            earlier: null);

        figures.Workload.ShouldBe([new(Market, Inspectors: 4, Least: 0, Most: 4, Visits: 8), new(Emergency, Inspectors: 1, Least: 4, Most: 4, Visits: 4)]);
        figures.Workload.Select(w => w.Mean).ShouldBe([2m, 4m]);
    }

    [Fact]
    public void A_pair_is_the_same_in_whatever_places_its_two_stand()
    {
        var figures = MatchFigures.Of([A("1", 1), A("1", 2), A("2", 2), A("2", 1), A("3", 3), A("3", 1)], OneEach, new Dictionary<Department, int> { [Market] = 3 }, earlier: null);

        figures.Pairs.ShouldBe(new(Pairs: 2, Possible: 3, MostTeams: 2, Repeated: 1, Earlier: null));
    }

    [Fact]
    public void Two_of_a_department_that_sends_one_to_a_team_are_no_possible_pair()
    {
        var available = new Dictionary<Department, int> { [Market] = 4, [Emergency] = 3 };

        MatchFigures.Of([A("1", 1), A("1", 2), Y("1", 8)], OneEach, available, null).Pairs.Possible.ShouldBe(6 + 12);
        MatchFigures.Of([A("1", 1), A("1", 2), Y("2", 8), Y("2", 9)], OneEach, available, null).Pairs.Possible.ShouldBe(6 + 3);
    }

    [Fact]
    public void A_pair_of_an_earlier_draw_counts_once_however_often_it_met_there()
    {
        MatchedPlace[] earlier = [A("old 1", 2), A("old 1", 1), A("old 2", 1), A("old 2", 2), A("old 3", 1), A("old 3", 4)];

        var figures = MatchFigures.Of([A("1", 1), A("1", 2), A("2", 2), A("2", 3)], OneEach, new Dictionary<Department, int> { [Market] = 4 }, earlier);

        figures.Pairs.Earlier.ShouldBe(1);
    }

    private static MatchedPlace A(string team, int inspector) => Place(team, Market, inspector);

    private static MatchedPlace Y(string team, int inspector) => Place(team, Emergency, inspector);

    private static MatchedPlace Place(string team, Department department, int inspector) =>
        new(team, department, new Id<Inspector>(new Guid(inspector, 0, 0, new byte[8])));
}
