using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Matching;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Matching;

/// <summary>A.8 against the list of all assignments: exact goals, so a single violation is a bug.</summary>
public sealed class MatchingSmallTeams
{
    private const int Instances = 3000;

    [Fact]
    public void Is_feasible_exactly_when_some_assignment_exists()
    {
        var feasible = 0;
        for (var i = 0; i < Instances; i++)
        {
            var oracle = MatchingOracle.Numbered(i);
            var exists = oracle.Assignments().Count > 0;
            (TeamFlow.Complete(oracle.Pools, oracle.Caps, oracle.Slots, out var deficient) is not null).ShouldBe(exists, $"instance {i}");
            (deficient.Length > 0).ShouldBe(!exists);
            feasible += exists ? 1 : 0;
        }

        feasible.ShouldBeInRange(Instances / 10, Instances * 9 / 10);
    }

    [Fact]
    public void A_deficient_set_of_slots_really_needs_more_places_than_its_inspectors_have()
    {
        for (var i = 0; i < Instances; i++)
        {
            var oracle = MatchingOracle.Numbered(i);
            if (TeamFlow.Complete(oracle.Pools, oracle.Caps, oracle.Slots, out var deficient) is null)
            {
                var alone = oracle with { Pools = [.. deficient.Select(s => oracle.Pools[s])], BundleOf = [.. deficient.Select(s => oracle.BundleOf[s])] };
                alone.Assignments().ShouldBeEmpty($"instance {i}");
            }
        }
    }

    [Fact]
    public void Every_step_keeps_exactly_those_inspectors_who_leave_a_completion()
    {
        for (var i = 0; i < Instances; i++)
        {
            var oracle = MatchingOracle.Numbered(i);
            var open = oracle.Assignments();
            if (TeamFlow.Complete(oracle.Pools, oracle.Caps, oracle.Slots, out _) is not { } flow)
            {
                continue;
            }

            // Settle slots in an order of the instance's own; at each, ask every candidate in turn.
            foreach (var slot in Enumerable.Range(0, oracle.SlotCount).OrderBy(s => Samples.Bytes($"{i}/{s}")))
            {
                var allowed = open.Select(a => a[slot]).ToHashSet();
                var candidates = flow.Candidates(slot);
                allowed.IsSubsetOf(candidates).ShouldBeTrue();
                var refused = candidates.Where(c => !allowed.Contains(c)).ToArray();
                refused.ShouldAllBe(c => !flow.TrySettle(slot, c));
                var chosen = allowed.OrderBy(c => Samples.Bytes($"{i}/{slot}/{c}")).First();
                flow.TrySettle(slot, chosen).ShouldBeTrue($"instance {i}, slot {slot}");
                open = open.Where(a => a[slot] == chosen).ToArray();
            }

            open.Count.ShouldBe(1);
            Enumerable.Range(0, oracle.SlotCount).Select(flow.HolderOf).ShouldBe(open[0]);
        }
    }

    [Fact]
    public void In_larger_tight_matchings_every_answer_is_the_one_a_fresh_start_gives()
    {
        for (var i = 0; i < 6; i++)
        {
            var (pools, caps, bundleOf) = Tight(i);
            var oracle = new MatchingOracle(pools, caps, bundleOf);
            var flow = TeamFlow.Complete(pools, caps, oracle.Slots, out _).ShouldNotBeNull();
            var fixedSoFar = pools.ToArray();
            var refusals = 0;
            foreach (var slot in Enumerable.Range(0, pools.Length).OrderBy(s => Samples.Bytes($"tight {i}/{s}")))
            {
                // All who must be refused are asked first, so that every refusal has its effect on what follows.
                var allowed = flow.Candidates(slot).ToLookup(c => Remains(fixedSoFar, slot, c));
                allowed[false].ShouldAllBe(c => !flow.TrySettle(slot, c));
                refusals += allowed[false].Count();
                var chosen = allowed[true].OrderBy(c => Samples.Bytes($"{i}/{slot}/{c}")).First();
                flow.TrySettle(slot, chosen).ShouldBeTrue($"matching {i}, slot {slot}, inspector {chosen}");
                fixedSoFar[slot] = [chosen];
            }

            refusals.ShouldBeGreaterThan(100);

            bool Remains(int[][] now, int slot, int candidate) =>
                TeamFlow.Complete([.. now.Select((pool, s) => s == slot ? [candidate] : pool)], caps, oracle.Slots, out _) is not null;
        }
    }

    /// <summary>
    /// Ninety slots in teams of three. Each of six groups of three inspectors has just the places that its own slots need,
    /// yet the slots of later groups may ask all earlier ones too.
    /// </summary>
    private static (int[][] Pools, int[] Caps, int[] BundleOf) Tight(int number)
    {
        var random = Samples.Bytes($"a {number}").ToArray().Concat(Samples.Bytes($"b {number}").ToArray()).Concat(Samples.Bytes($"c {number}").ToArray()).ToArray();
        var groupOf = Enumerable.Range(0, 90).Select(s => random[s] % 6).ToArray();
        var bundleOf = Enumerable.Range(0, 90).Select(s => s / 3).ToArray();
        var own = groupOf.Select(g => Enumerable.Range(g * 3, 3).ToArray()).ToArray();
        var flow = TeamFlow.Complete(own, [.. Enumerable.Repeat(90, 18)], new MatchingOracle(own, [], bundleOf).Slots, out _).ShouldNotBeNull();
        var caps = Enumerable.Range(0, 18).Select(i => Enumerable.Range(0, 90).Count(s => flow.HolderOf(s) == i)).ToArray();
        var upTo = Enumerable.Range(1, 6).Select(g => Enumerable.Range(0, g * 3).ToArray()).ToArray();
        return ([.. groupOf.Select(g => upTo[g])], caps, bundleOf);
    }

    [Fact]
    public void A_number_above_the_last_full_multiple_stands_for_no_place()
    {
        AssignmentDraw.PlaceOf(ulong.MaxValue, 3).ShouldBeNull();
        AssignmentDraw.PlaceOf(ulong.MaxValue - 1, 3).ShouldBe(2);
        AssignmentDraw.PlaceOf(ulong.MaxValue, 1).ShouldBe(0);
        AssignmentDraw.PlaceOf(ulong.MaxValue, 2).ShouldBe(1);
        AssignmentDraw.PlaceOf(7, 5).ShouldBe(2);
    }

    [Fact]
    public void The_last_64_tight_regions_are_remembered()
    {
        var regions = new TightRegions(slots: 100, inspectors: 100);
        for (var i = 0; i < 70; i++)
        {
            regions.Add([i], [i]);
        }

        regions.Forbid(slot: 99, inspector: 5).ShouldBeFalse();
        regions.Forbid(slot: 99, inspector: 6).ShouldBeTrue();
        regions.Forbid(slot: 99, inspector: 69).ShouldBeTrue();
        regions.Forbid(slot: 69, inspector: 69).ShouldBeFalse();
        regions.Forbid(slot: 69, inspector: 80).ShouldBeFalse();
    }

    [Fact]
    public void Every_feasible_assignment_comes_up_and_no_other()
    {
        for (var i = 0; i < 40; i++)
        {
            var oracle = MatchingOracle.Numbered(i);
            var expected = oracle.Assignments().Select(a => string.Join(',', a)).ToHashSet();
            if (expected.Count is 0 or > 12)
            {
                continue;
            }

            var seen = new HashSet<string>();
            for (var seed = 0; seed < 1500; seed++)
            {
                seen.Add(string.Join(',', Drawn(oracle, $"{i}/{seed}")));
            }

            seen.ShouldBe(expected, ignoreOrder: true);
        }
    }

    [Fact]
    public void Inspectors_with_equal_data_serve_equally_often()
    {
        // Two twins among four inspectors over two teams of two: 4,000 seeds, difference within 4 standard deviations.
        var oracle = new MatchingOracle([[0, 1, 2], [1, 2, 3], [0, 1, 2], [1, 2, 3]], [2, 1, 1, 2], [0, 0, 1, 1]);
        var served = new int[4];
        for (var seed = 0; seed < 4000; seed++)
        {
            foreach (var inspector in Drawn(oracle, $"twins {seed}"))
            {
                served[inspector]++;
            }
        }

        Math.Abs(served[1] - served[2]).ShouldBeLessThan(4 * 64);
        served.Sum().ShouldBe(16000);
    }

    private static IEnumerable<int> Drawn(MatchingOracle oracle, string seed)
    {
        var flow = TeamFlow.Complete(oracle.Pools, oracle.Caps, oracle.Slots, out _).ShouldNotBeNull();
        AssignmentDraw.Settle(Suite.Sha256, Samples.Bytes(seed), oracle.Slots, flow);
        return Enumerable.Range(0, oracle.SlotCount).Select(flow.HolderOf);
    }
}
