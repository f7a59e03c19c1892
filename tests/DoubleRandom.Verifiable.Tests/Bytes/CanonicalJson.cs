using System.Text;
using CsCheck;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Tests.Bytes;

/// <summary>A.1: one spelling for every value, and no other is read.</summary>
public sealed class CanonicalJson
{
    private static readonly Gen<Json> Value = Gen.Recursive<Json>((depth, inner) => depth >= 4
        ? Leaf
        : Gen.OneOf(
            Leaf,
            inner.List[0, 4].Select(items => (Json)Json.Array(items)),
            Gen.Select(Gen.String[Gen.Char[' ', '~'], 0, 6], inner).List[0, 4]
                .Select(members => (Json)Json.Object(members.DistinctBy(m => m.Item1, StringComparer.Ordinal).Select(m => new JsonMember(m.Item1, m.Item2))))));

    private static Gen<Json> Leaf => Gen.OneOf(
        Gen.Const((Json)JsonNull.Instance),
        Gen.Bool.Select(truth => (Json)truth),
        Gen.Long[-JsonInteger.Max, JsonInteger.Max].Select(n => (Json)n),
        Gen.String.Where(text => !text.Any(char.IsSurrogate)).Select(text => (Json)text));

    private static string Read(string text) => CanonicalBytes.Parse(Encoding.UTF8.GetBytes(text)).Fault?.Code ?? "read";

    [Fact]
    public void What_is_written_is_read_and_written_again_to_the_same_bytes() => Value.Sample(value =>
    {
        var bytes = CanonicalBytes.Of(value);
        CanonicalBytes.Of(CanonicalBytes.Parse(bytes).OrThrow()).ShouldBe(bytes);
    });

    [Fact]
    public void Members_ascend_by_name_and_texts_have_their_shortest_escapes()
    {
        var value = Json.Object(("b", "\"\\\b\f\n\r\t\u0001\u001f\u007f/中\U0001F600"), ("a", Json.Array([1, true, JsonNull.Instance])), ("B", -7));
        Encoding.UTF8.GetString(CanonicalBytes.Of(value))
            .ShouldBe("{\"B\":-7,\"a\":[1,true,null],\"b\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\u007f/中\U0001F600\"}");
    }

    [Theory]
    [InlineData("{\"b\":1,\"a\":2}")]
    [InlineData("{ \"a\":2}")]
    [InlineData("[1 ]")]
    [InlineData("\"\\u0041\"")]
    [InlineData("\"\\/\"")]
    [InlineData("\"\\u001F\"")]
    [InlineData("\"\\ud83d\\ude00\"")]
    [InlineData("-0")]
    [InlineData(" 1")]
    public void Another_spelling_is_not_canonical(string text) => Read(text).ShouldBe("json.not-canonical");

    [Theory]
    [InlineData("")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("01")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"é\":1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("[1]2")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("NaN")]
    [InlineData("{\"a\"")]
    [InlineData("\uFEFF1")]
    public void What_leaves_the_profile_is_not_read(string text) => Read(text).ShouldBe("json.unreadable");

    [Fact]
    public void The_greatest_integers_are_read()
    {
        Read("9007199254740991").ShouldBe("read");
        Read("-9007199254740991").ShouldBe("read");
    }

    [Fact]
    public void Bytes_that_are_no_unicode_are_not_read()
    {
        CanonicalBytes.Parse([(byte)'"', 0xC0, 0x80, (byte)'"']).Fault!.Code.ShouldBe("json.unreadable");
        CanonicalBytes.Parse([(byte)'"', 0xED, 0xA0, 0x80, (byte)'"']).Fault!.Code.ShouldBe("json.unreadable");
    }

    [Fact]
    public void Nesting_is_bounded() => Read(new string('[', 100_000) + new string(']', 100_000)).ShouldBe("json.unreadable");

    [Fact]
    public void A_lone_surrogate_or_an_integer_outside_the_profile_is_never_written()
    {
        Should.Throw<ArgumentException>(() => CanonicalBytes.Of("\ud83d"));
        Should.Throw<ArgumentException>(() => CanonicalBytes.Of(JsonInteger.Max + 1));
        Should.Throw<ArgumentException>(() => Json.Object(("a", 1), ("a", 2)));
    }

    [Fact]
    public void Texts_are_ordered_by_their_bytes_not_by_utf16() => Gen.Select(Gen.String, Gen.String)
        .Where((x, y) => !(x + y).Any(char.IsSurrogate))
        .Sample((x, y) => Math.Sign(ByteOrder.Instance.Compare(x, y))
            .ShouldBe(Math.Sign(Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y)))));

    [Fact]
    public void A_character_beyond_the_first_plane_comes_after_one_within() => ByteOrder.Instance.Compare("\uFFFD", "\U0001F600").ShouldBeLessThan(0);

    [Fact]
    public void A_tagged_encoding_separates_its_fields()
    {
        Convert.ToHexStringLower(Suite.Encode("t", ["ab", 7])).ShouldBe("7400000000026162" + "0000000137");
        Suite.Sha256.TaggedHash("t", "ab", "c").ShouldNotBe(Suite.Sha256.TaggedHash("t", "a", "bc"));
    }
}
