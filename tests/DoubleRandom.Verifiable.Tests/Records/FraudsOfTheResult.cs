using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Matching;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Tests.Records;

/// <summary>Frauds in what was drawn and matched, each sealed, signed and cosigned as if it were true.</summary>
internal static class FraudsOfTheResult
{
    public static readonly IReadOnlyList<Fraud> All =
    [
        new("A chosen subject", "selection.recomputed", () => new ARecord
        {
            BendResult = result => result with
            {
                Selected = [result.Selected[0] with { Id = "S040" }, .. result.Selected.Skip(1)],
            },
        }),
        new("A chosen subject spoils the seal", "sealed.body", () => new ARecord
        {
            BendResult = result => result with { Selected = [.. result.Selected.Skip(1)] },
        }),
        new("A subject that does not take part", "selection.independent-rules", () => new ARecord
        {
            BendResult = result => result with { Selected = [result.Selected[0] with { Id = "S011" }, .. result.Selected.Skip(1)] },
        }),
        new("A subject drawn twice", "selection.independent-rules", () => new ARecord
        {
            BendResult = result => result with { Selected = [result.Selected[0], .. result.Selected.SkipLast(1)] },
        }),
        new("A chosen inspector", "matching.recomputed", () => new ARecord
        {
            BendResult = result => WithInspector(result, member: 0, AnotherLeader(result)),
        }),
        new("One person twice in a team", "match.independent-rules", () => new ARecord
        {
            BendResult = result => WithInspector(result, member: 1, result.Bundles[0].Team[0].Inspector),
        }),
        new("A team led by nobody who may lead", "match.independent-rules", () => new ARecord
        {
            BendResult = result => WithInspector(result, member: 0, "SC02"),
        }),
        new("An inspector of another department", "match.independent-rules", () => new ARecord
        {
            BendResult = result => WithInspector(result, member: 0, "YJ01"),
        }),
        new("An inspector nobody knows", "match.independent-rules", () => new ARecord
        {
            BendResult = result => WithInspector(result, member: 0, "XX77"),
        }),
        new("A team of one", "match.independent-rules", () => new ARecord
        {
            BendResult = result => WithFirst(result, bundle => bundle with { Team = [bundle.Team[0]] }),
        }),
        new("A drawn subject left out", "selection.independent-rules", () => new ARecord
        {
            BendResult = result => result with { Selected = [.. result.Selected.Skip(1)] },
        }),
        new("An unqualified team", "match.independent-rules", () => new ARecord
        {
            Match = Samples.Rules with { Cover = Cover.Every },
            BendResult = _ => Honest().Outcome.Result,
        }),
        new("A department that sends nobody", "match.independent-rules", () => new ARecord
        {
            BendResult = result => result with { Bundles = [.. result.Bundles.Select(b => b with { Team = [.. b.Team.Where(m => m.Department == "SC")] })] },
        }),
        new("A team without a leader", "match.independent-rules", () => new ARecord
        {
            BendResult = result => WithFirst(result, bundle => bundle with { Team = [.. bundle.Team.Select(m => m with { IsLeader = false })] }),
        }),
        new("A subject without a team", "match.independent-rules", () => new ARecord
        {
            BendResult = result => result with { Bundles = [.. result.Bundles.Skip(1)] },
        }),
        new("A recused inspector", "match.independent-rules", Recused),
        new("An inspector over the cap", "match.independent-rules", OverTheCap),
        new("A chosen substitute", "changes.recomputed", () => new ARecord
        {
            Substitutions = [("b00001/SC/2", 0)],
            BendChanges = changes => [.. changes.Select(change => Befriend((SubstitutedInspector)change))],
        }),
        new("A chosen supplement", "changes.recomputed", () => new ARecord
        {
            Extensions = [("p1", "A", 1)],
            BendChanges = changes => [.. changes.Select(change => (AddedSubjects)change with { Added = ["S001"] })],
        }),
        new("A change that is not told", "changes.recomputed", () => new ARecord
        {
            Extensions = [("p1", "A", 1)],
            BendChanges = _ => [],
        }),
        new("A match relaxed without need", "sealed.body", () => new ARecord
        {
            BendSealed = body => body with { Match = new SealedMatch(body.Match!.Level! with { CapExtra = 1 }) },
        }),
        new("A key that does not follow from the seed", "sealed.keys", () => new ARecord
        {
            BendSealed = body => body with { TicketCommit = Samples.Bytes("another key") },
        }),
    ];

    private static ARecord Honest()
    {
        var record = new ARecord();
        record.Held();
        return record;
    }

    private static ARecord Recused()
    {
        var result = Honest().Outcome.Result;
        var recusal = Samples.Recusal(9, result.Bundles[0].Team[0].Inspector, result.Bundles[0].Subjects[0]);
        return new ARecord { Recusals = Freezing.Of(Samples.Suite, [recusal]).OrThrow(), BendResult = _ => result };
    }

    private static ARecord OverTheCap()
    {
        var honest = Honest();
        var tired = honest.Inspectors.Lines.Select(line => line with { Cap = 0, Load = 0 });
        return new ARecord { Inspectors = Freezing.Of(Samples.Suite, tired).OrThrow(), BendResult = _ => honest.Outcome.Result };
    }

    private static SubstitutedInspector Befriend(SubstitutedInspector change) =>
        change with { Inspector = change.Inspector == "SC08" ? "SC06" : "SC08" };

    private static DrawResult WithFirst(DrawResult result, Func<Bundle, Bundle> bend) =>
        result with { Bundles = [bend(result.Bundles[0]), .. result.Bundles.Skip(1)] };

    private static DrawResult WithInspector(DrawResult result, int member, string inspector) => WithFirst(result, bundle => bundle with
    {
        Team = [.. bundle.Team.Select((m, i) => i == member ? m with { Inspector = inspector } : m)],
    });

    private static string AnotherLeader(DrawResult result) =>
        new[] { "SC01", "SC03", "SC05" }.First(id => result.Bundles[0].Team.All(member => member.Inspector != id));
}
