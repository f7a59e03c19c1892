using CsCheck;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Tests.Hashing;

/// <summary>Many hashes at once are the hashes one by one.</summary>
public sealed class HashesInLanes
{
    private static IEnumerable<ManyHashes> LanesOf(Suite suite) =>
        suite == Suite.Sha256 ? ManyHashes.InLanes<Sha256Rounds>() : ManyHashes.InLanes<Sm3Rounds>();

    private static IEnumerable<Suite> Suites => [Suite.Sha256, Suite.Sm3];

    [Fact]
    public void Every_width_of_this_processor_agrees_with_the_suites_own_hash()
    {
        foreach (var suite in Suites)
        {
            var trusted = ManyHashes.Chosen(suite, []);
            trusted.Width.ShouldBe(1);
            foreach (var lanes in LanesOf(suite))
            {
                lanes.AgreesWith(trusted).ShouldBeTrue($"{suite.Name} in {lanes.Width} lanes");
            }
        }
    }

    [Fact]
    public void The_widest_that_agrees_is_chosen() => Suites.ShouldAllBe(suite => suite.Many.Width == LanesOf(suite).Select(lanes => lanes.Width).Append(1).First());

    [Fact]
    public void Messages_of_any_lengths_are_hashed_each_by_itself() =>
        Gen.Select(Gen.Byte.Array[700], Gen.Int[0, 300].Array[0, 70], Gen.Byte.Array[32]).Sample(
            (bytes, lengths, key) =>
            {
                var messages = lengths.Select((length, i) => new Stretch(i * 5, length)).ToArray();
                var (hashes, macs) = (new Bytes32[messages.Length], new Bytes32[messages.Length]);
                foreach (var suite in Suites)
                {
                    foreach (var lanes in LanesOf(suite))
                    {
                        lanes.Leaves(bytes, messages, hashes);
                        lanes.Macs(new Bytes32(key), bytes, messages, macs);
                        hashes.ShouldBe(messages.Select(m => suite.Hash([0x00, .. m.Of(bytes)])));
                        macs.ShouldBe(messages.Select(m => suite.Hmac(key, m.Of(bytes))));
                    }
                }
            },
            iter: 60);

    [Fact]
    public void A_kernel_that_errs_once_is_never_used()
    {
        ManyHashes[] wrong = [new Wrong(0), new Wrong(1), new Wrong(2)];
        ManyHashes.Chosen(Suite.Sha256, wrong).Width.ShouldBe(1);
        ManyHashes.Chosen(Suite.Sha256, [.. wrong, new Wrong(3)]).ShouldBeOfType<Wrong>();
    }

    /// <summary>Right but for the last byte of the last leaf hash (0), node (1) or HMAC (2).</summary>
    private sealed class Wrong(int where) : ManyHashes
    {
        private readonly ManyHashes right = Suite.Sha256.Many;

        public override int Width => 16;

        public override void Leaves(ReadOnlySpan<byte> bytes, ReadOnlySpan<Stretch> lines, Span<Bytes32> hashes)
        {
            right.Leaves(bytes, lines, hashes);
            Err(0, hashes[..lines.Length]);
        }

        public override void Nodes(ReadOnlySpan<Bytes32> pairs, Span<Bytes32> nodes)
        {
            right.Nodes(pairs, nodes);
            Err(1, nodes[..(pairs.Length / 2)]);
        }

        public override void Macs(Bytes32 key, ReadOnlySpan<byte> bytes, ReadOnlySpan<Stretch> messages, Span<Bytes32> macs)
        {
            right.Macs(key, bytes, messages, macs);
            Err(2, macs[..messages.Length]);
        }

        private void Err(int here, Span<Bytes32> hashes)
        {
            if (here == where && hashes.Length > 0)
            {
                var bytes = hashes[^1].ToArray();
                bytes[^1] ^= 1;
                hashes[^1] = new Bytes32(bytes);
            }
        }
    }
}
