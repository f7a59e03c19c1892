using System.Text;
using CsCheck;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Tests.Hashing;

/// <summary>SM3 and SM2 as their standards print them, and what no signature may be taken for.</summary>
public sealed class TheNationalSuite
{
    private static readonly Suite Suite = Suite.Sm3;
    private static readonly Bytes32 Seed = Suite.Hash([1, 2, 3]);

    [Theory]
    [InlineData("abc", 1, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcd", 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    public void SM3_reaches_the_examples_of_its_standard(string text, int times, string hash) =>
        Suite.Hash(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(text, times)))).ToString().ShouldBe(hash);

    [Fact]
    public void HMAC_is_that_of_RFC_2104_over_SM3() => Gen.Select(Gen.Byte.Array[0, 150], Gen.Byte.Array[0, 150]).Sample((key, data) =>
    {
        var pad = new byte[64];
        (key.Length > 64 ? Suite.Hash(key).ToArray() : key).CopyTo(pad, 0);
        var inner = Suite.Hash([.. pad.Select(b => (byte)(b ^ 0x36)), .. data]);
        Suite.Hmac(key, data).ShouldBe(Suite.Hash([.. pad.Select(b => (byte)(b ^ 0x5c)), .. inner.ToArray()]));
    });

    [Fact]
    public void The_standards_printed_signature_verifies()
    {
        // GB/T 32918.5-2017, annex A.2: the recommended curve, the message "message digest", the user id 1234567812345678.
        var key = Hex("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
        var signature = Hex("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");

        Suite.Verify(key, "message digest"u8, signature).ShouldBeTrue();
    }

    [Fact]
    public void A_signature_is_the_same_for_the_same_input_and_verifies_for_no_other_message_or_key()
    {
        var (key, message) = (Suite.PublicKey(Seed), "抽查记录"u8.ToArray());
        var signature = Suite.Sign(Seed, message);

        Suite.Sign(Seed, message).ShouldBe(signature);
        Suite.Sign(Seed, [.. message, 0]).Take(32).ShouldNotBe(signature.Take(32), "the one-time number is another for another message");
        Suite.Verify(key, message, signature).ShouldBeTrue();
        Suite.Verify(key, [.. message, 0], signature).ShouldBeFalse();
        Suite.Verify(Suite.PublicKey(Suite.Hash([4])), message, signature).ShouldBeFalse();
        for (var at = 0; at < signature.Length; at++)
        {
            Suite.Verify(key, message, [.. signature.Select((b, i) => i == at ? (byte)(b ^ 1) : b)]).ShouldBeFalse();
        }
    }

    [Fact]
    public void Malformed_keys_and_signatures_are_false_and_nothing_worse()
    {
        var (key, signature) = (Suite.PublicKey(Seed), Suite.Sign(Seed, []));
        foreach (var wrong in new byte[][] { [], key[1..], [.. key, 0], [0x02, .. key[1..33]], new byte[65], [0x04, .. new byte[64]], [0x04, .. key[1..64], (byte)(key[64] ^ 1)] })
        {
            Suite.Verify(wrong, [], signature).ShouldBeFalse();
        }

        foreach (var wrong in new byte[][] { [], signature[1..], [.. signature, 0], new byte[64], [.. Enumerable.Repeat((byte)0xff, 64)] })
        {
            Suite.Verify(key, [], wrong).ShouldBeFalse();
        }
    }

    [Fact]
    public void Every_seed_makes_a_key_of_the_curve()
    {
        foreach (var seed in new[] { new byte[32], [.. Enumerable.Repeat((byte)0xff, 32)] })
        {
            Suite.Verify(Suite.PublicKey(new Bytes32(seed)), [7], Suite.Sign(new Bytes32(seed), [7])).ShouldBeTrue();
        }
    }

    private static byte[] Hex(string text) => Convert.FromHexString(text);
}
