using System.Text;
using CsCheck;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;
using DoubleRandom.Verifiable.Tests.Record;

namespace DoubleRandom.Verifiable.Tests.Log;

/// <summary>RFC 9162 §2.1 against its own recursive definition.</summary>
public sealed class MerkleTrees
{
    private static readonly Suite Suite = Suite.Sha256;

    private static ReadOnlyMemory<byte>[] Lines(int count) =>
        Enumerable.Range(0, count).Select(i => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes($"line {i}")).ToArray();

    private static Bytes32 Naive(ReadOnlySpan<ReadOnlyMemory<byte>> lines)
    {
        if (lines.Length == 0)
        {
            return Suite.Hash([]);
        }

        if (lines.Length == 1)
        {
            return Suite.Hash([0x00, .. lines[0].Span]);
        }

        var split = 1;
        while (split * 2 < lines.Length)
        {
            split *= 2;
        }

        return Suite.Hash([0x01, .. Naive(lines[..split]).ToArray(), .. Naive(lines[split..]).ToArray()]);
    }

    [Fact]
    public void The_empty_tree_is_the_hash_of_nothing() =>
        MerkleTree.Of(Suite, []).Root.ToString().ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    [Fact]
    public void Roots_of_every_prefix_are_those_of_the_definition()
    {
        var lines = Lines(70);
        var tree = MerkleTree.Of(Suite, lines);
        var frontier = MerkleFrontier.Empty;
        for (var size = 0; size <= 70; size++)
        {
            var expected = Naive(lines.AsSpan(0, size));
            MerkleTree.Of(Suite, lines.Take(size)).Root.ShouldBe(expected);
            tree.RootOf(size).ShouldBe(expected);
            frontier.Size.ShouldBe(size);
            frontier.Root(Suite).ShouldBe(expected);
            frontier = size < 70 ? frontier.Append(Suite, tree.Leaves[size]) : frontier;
        }
    }

    [Fact]
    public void Every_leaf_is_proved_and_at_no_other_place()
    {
        for (var size = 1; size <= 20; size++)
        {
            var tree = MerkleTree.Of(Suite, Lines(size));
            for (var index = 0; index < size; index++)
            {
                var path = tree.InclusionProof(index);
                for (var claimed = 0; claimed < size; claimed++)
                {
                    MerkleProof.Includes(Suite, tree.Root, size, claimed, tree.Leaves[index], path).ShouldBe(claimed == index);
                }

                MerkleProof.Includes(Suite, tree.Root, size, size, tree.Leaves[index], path).ShouldBeFalse();
                MerkleProof.Includes(Suite, tree.Root, size, index, tree.Leaves[index], [.. path, tree.Root]).ShouldBeFalse();
                MerkleProof.Includes(Suite, tree.Root, size, index, Suite.Hash([7]), path).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void Every_prefix_is_proved_and_no_other_tree_is()
    {
        for (var size = 1; size <= 20; size++)
        {
            var tree = MerkleTree.Of(Suite, Lines(size));
            MerkleProof.Continues(Suite, 0, Suite.Hash([]), size, tree.Root, []).ShouldBeTrue();
            for (var old = 1; old <= size; old++)
            {
                var proof = tree.ConsistencyProof(old);
                MerkleProof.Continues(Suite, old, tree.RootOf(old), size, tree.Root, proof).ShouldBeTrue($"{old} of {size}");
                MerkleProof.Continues(Suite, old, Suite.Hash([7]), size, tree.Root, proof).ShouldBeFalse();
                MerkleProof.Continues(Suite, old, tree.RootOf(old), size, Suite.Hash([7]), proof).ShouldBeFalse();
                MerkleProof.Continues(Suite, old, tree.RootOf(old), size, tree.Root, [.. proof, tree.Root]).ShouldBeFalse();
                MerkleProof.Continues(Suite, old + 1, tree.RootOf(old), size, tree.Root, proof).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void Hostile_proofs_are_simply_false() => Gen.Select(Gen.Long, Gen.Long, Gen.Int[0, 80]).Sample((size, index, length) =>
    {
        var path = Enumerable.Repeat(Suite.Hash([1]), length).ToArray();
        MerkleProof.Includes(Suite, Suite.Hash([2]), size, index, Suite.Hash([3]), path).ShouldBeFalse();
        MerkleProof.Continues(Suite, size, Suite.Hash([2]), index, Suite.Hash([3]), path).ShouldBeFalse();
    });

    [Theory]
    [InlineData("example-sha256", 1)]
    [InlineData("example-sha256-void", 2)]
    [InlineData("example-sm3", 1)]
    public void The_published_notice_proof_leads_to_the_sealed_root(string name, int attempt)
    {
        var example = new WorkedExample(name, attempt == 1 ? "" : "attempt-2/", attempt);
        var proof = NoticeProof.Parse(example.Record["notice-proof-example.json"].Span).OrThrow();
        proof.Contradiction(example.Suite, example.Log).ShouldBeNull();
        proof.ToBytes().ShouldBe(example.Record["notice-proof-example.json"].ToArray());
        NoticeProof.For(proof.DrawId, attempt, proof.LogIndex, example.Outcome.SubjectOpenings, proof.Subject).OrThrow().ToBytes()
            .ShouldBe(proof.ToBytes());
        (proof with { Index = proof.Index ^ 1 }).Contradiction(Suite, example.Log)!.Code.ShouldBe("notice.path");
        (proof with { LogIndex = proof.LogIndex - 1 }).Contradiction(Suite, example.Log)!.Code.ShouldBe("notice.log-index");
        (proof with { Size = proof.Size + 1 }).Contradiction(Suite, example.Log)!.Code.ShouldBe("notice.path");
        (proof with { Opening = Json.Object(proof.Opening.Members.Select(m => m.Name == "batch" ? m with { Value = 2 } : m)) })
            .Contradiction(Suite, example.Log)!.Code.ShouldBe("notice.path");
    }
}
