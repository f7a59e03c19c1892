using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Tests.Record;

/// <summary>Every value published beside the record <c>example-sha256</c> is reached from its inputs.</summary>
public sealed class TheWorkedExample() : AWorkedExample("example-sha256");

/// <summary>The same in the suite <c>sm3</c>.</summary>
public sealed class TheWorkedExampleInSm3() : AWorkedExample("example-sm3");

/// <summary>A published record with the values that lead to it.</summary>
public abstract class AWorkedExample(string name)
{
    private readonly ILookup<string, string> Published = Vectors.Values(name);
    private readonly WorkedExample Example = new(name);

    private Suite Suite => Example.Suite;

    [Fact]
    public void Is_of_the_suite_it_says() => Suite.Name.ShouldBe(Value("suite"));

    [Fact]
    public void Frozen_inputs_reach_the_published_roots()
    {
        Encoding.UTF8.GetString(Example.Roster.LeafBytes(0).Span).ShouldBe(Value("roster line 1"));
        Example.Roster.Tree.Leaves[0].ToString().ShouldBe(Value("leaf hash 1"));
        Example.Roster.Commitment.Root.ToString().ShouldBe(Value("roster root"));
        Example.Inspectors.Commitment.Root.ToString().ShouldBe(Value("inspectors root"));
        Example.Recusals.Commitment.Root.ToString().ShouldBe(Value("recusals root"));
    }

    [Fact]
    public void Frozen_lines_are_written_as_they_were_read()
    {
        Freezing.Of(Suite, Example.Roster.Lines.Reverse()).OrThrow().Bytes.ToArray().ShouldBe(Example.Record["roster.jsonl"].ToArray());
        Freezing.Of(Suite, Example.Inspectors.Lines.Reverse()).OrThrow().Bytes.ToArray().ShouldBe(Example.Record["inspectors.jsonl"].ToArray());
        Freezing.Of(Suite, Example.Recusals.Lines.Reverse()).OrThrow().Bytes.ToArray().ShouldBe(Example.Record["recusals.jsonl"].ToArray());
    }

    [Fact]
    public void Log_entries_are_written_as_they_were_read() => Example.Log.Select(entry => Encoding.UTF8.GetString(entry.ToBytes()))
        .ShouldBe(Example.LogLines.Select(line => Encoding.UTF8.GetString(line.Span)));

    [Fact]
    public void The_server_secret_opens_its_commitment()
    {
        Example.Opened.ServerSecret.ToString().ShouldBe(Value("server secret s"));
        var commit = CommitRecord.ServerCommitOf(Suite, Example.Commit.DrawId, 1, Example.Opened.ServerSecret);
        commit.ShouldBe(Example.Commit.ServerCommit);
        commit.ToString().ShouldBe(Value("serverCommit"));
    }

    [Fact]
    public void Witness_commitments_are_reached()
    {
        foreach (var c in Example.Contributions)
        {
            Contribution.CommitmentOf(Suite, Example.Commit.DrawId, 1, c.Witness, c.Nonce, c.Value).ToString().ShouldBe(Value("witness commit " + c.Witness));
        }
    }

    [Fact]
    public void Seed_and_keys_are_reached()
    {
        Suite.Hash(CanonicalBytes.Of(Example.Commit.ToJson())).ToString().ShouldBe(Value("H(commit)"));
        Suite.Hash(CanonicalBytes.Of(Contribution.ToJson(Example.Contributions))).ToString().ShouldBe(Value("H(contributions)"));
        Suite.Hash(CanonicalBytes.Of(Example.Beacon.ToJson())).ToString().ShouldBe(Value("H(beacon)"));
        Example.Outcome.Keys.Seed.ToString().ShouldBe(Value("seed"));
        Example.Outcome.Keys.Match.ToString().ShouldBe(Value("key match"));
        Example.Outcome.Keys.Reveal.ToString().ShouldBe(Value("key reveal"));
        Example.Outcome.Keys.Ticket.ToString().ShouldBe(Value("key ticket"));
    }

    [Fact]
    public void Quotas_and_every_ticket_in_its_rank_are_reached()
    {
        foreach (var part in Example.Commit.Parts)
        {
            var table = part.TableFor(Example.Roster.Lines).OrThrow();
            table.ShouldBe(part.QuotaTable);
            $"{{{string.Join(',', table.Rows.Select(row => $"\"{row.Stratum}\":{row.Quota}"))}}}".ShouldBe(Value("quotas of " + part.Id));
            foreach (var row in table.Rows)
            {
                var order = Example.Outcome.Ranking.Of(part.Id, row.Stratum);
                order.Count.ShouldBe(row.Eligible);
                for (var i = 0; i < order.Count; i++)
                {
                    var label = $"ticket {part.Id} {row.Stratum} #{i + 1}{(i < row.Quota ? " *" : "")}";
                    $"{order[i].Line.Id} {order[i].Ticket}".ShouldBe(Value(label));
                }
            }
        }
    }

    [Fact]
    public void Selected_subjects_and_teams_are_reached()
    {
        Example.Outcome.Result.Selected
            .Select(s => (s.Batch, Text: $"{s.Id} items {string.Join(',', s.Items)} parts {string.Join(',', s.Parts.Select(p => $"{p.Part}/{p.Stratum}#{p.Rank}"))}"))
            .GroupBy(s => s.Batch, s => s.Text)
            .ShouldAllBe(batch => batch.SequenceEqual(Published[$"selected batch {batch.Key}"]));
        foreach (var bundle in Example.Outcome.Result.Bundles)
        {
            var team = bundle.Team.Select(m => $"{m.Slot[(bundle.Id.Length + 1)..]}={m.Inspector}{(m.IsLeader ? "(leader)" : "")}");
            $"{string.Join(',', bundle.Subjects)} <- {string.Join(", ", team)}".ShouldBe(Value("team " + bundle.Id));
        }

        Published.Count(entry => entry.Key.StartsWith("team ", StringComparison.Ordinal)).ShouldBe(Example.Outcome.Result.Bundles.Count);
        var level = Example.Outcome.Sealed.Match.ShouldNotBeNull().Level.ShouldNotBeNull();
        $"{{'bump': {level.Bump}, 'capExtra': {level.CapExtra}, 'level': {level.Level}}}".ShouldBe(Value("match params"));
    }

    [Fact]
    public void Sealed_roots_result_and_log_root_are_reached()
    {
        Example.Outcome.Sealed.ObjectRoot.ToString().ShouldBe(Value("objectRoot"));
        Example.Outcome.Sealed.TeamRoot.ToString().ShouldBe(Value("teamRoot"));
        Example.Outcome.ResultHash.ToString().ShouldBe(Value("resultHash"));
        Example.Outcome.ResultBytes.ToArray().ShouldBe(Example.Record["result.json"].ToArray());
        Example.Outcome.Sealed.ShouldBe(Example.Log.Select(e => e.Body).OfType<DrawSealed>().Single());
        Example.Log.Count.ToString().ShouldBe(Value("log size"));
        MerkleTree.Of(Suite, Example.LogLines).Root.ToString().ShouldBe(Value("log root"));
    }

    private string Value(string label) => Published[label].ShouldHaveSingleItem();
}
