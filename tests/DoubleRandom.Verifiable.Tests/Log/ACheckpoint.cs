using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Checks;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Tests.Records;

namespace DoubleRandom.Verifiable.Tests.Log;

/// <summary>A.4: a C2SP signed note, judged by the verifier's own keys.</summary>
public sealed class ACheckpoint
{
    private static readonly Suite Suite = Suite.Sha256;
    private static readonly Bytes32 LogSeed = Samples.Bytes("log");
    private static readonly Checkpoint State = new("log.example", 7, Samples.Bytes("root"));
    private static readonly RecordTime At = new(1772410000);

    private static readonly TrustAnchors Trust = TrustAnchors.Of(
        Suite,
        "log.example",
        2,
        ("log.example", Suite.PublicKey(LogSeed)),
        [.. new[] { "w1", "w2", "w3" }.Select(name => (name, Suite.PublicKey(Samples.Bytes(name))))]);

    private static SignedCheckpoint Note(params NoteSignature[] signatures) => new(State, signatures);

    private static NoteSignature LogLine => State.Sign(Suite, "log.example", LogSeed);

    private static NoteSignature By(string witness, long later = 0) =>
        State.Cosign(Suite, witness, Samples.Bytes(witness), new RecordTime(At.UnixSeconds + later));

    private static string Fault(SignedCheckpoint note) => Trust.Examine(note).Fault?.Code ?? "holds";

    [Fact]
    public void Signed_and_cosigned_holds_from_the_time_the_quorum_was_reached()
    {
        var read = SignedCheckpoint.Parse(Note(LogLine, By("w1", 50), By("w3", 20), By("w2", 30)).ToBytes()).OrThrow();
        var standing = Trust.Examine(read).OrThrow();
        standing.Checkpoint.ShouldBe(State);
        standing.CosignedAt.ShouldBe(new RecordTime(At.UnixSeconds + 30));
        standing.Witnesses.ShouldBe(3);
    }

    [Fact]
    public void Without_the_logs_signature_it_falls() => Fault(Note(By("w1"), By("w2"))).ShouldBe("checkpoint.log-signature");

    [Fact]
    public void Below_the_quorum_it_falls() => Fault(Note(LogLine, By("w1"))).ShouldBe("checkpoint.quorum");

    [Fact]
    public void One_witness_twice_is_no_quorum() => Fault(Note(LogLine, By("w1"), By("w1", 1))).ShouldBe("checkpoint.signature");

    [Fact]
    public void A_wrong_signature_by_a_known_key_spoils_it() =>
        Fault(Note(LogLine, By("w1"), By("w2"), By("w3") with { Encoded = Flipped(By("w3").Encoded) })).ShouldBe("checkpoint.signature");

    [Fact]
    public void A_stranger_under_a_witnesss_name_does_not_count() =>
        Fault(Note(LogLine, By("w1"), State.Cosign(Suite, "w2", Samples.Bytes("stranger"), At))).ShouldBe("checkpoint.quorum");

    [Fact]
    public void A_log_signature_under_a_witnesss_key_does_not_count_as_cosignature() =>
        Fault(Note(LogLine, By("w1"), State.Sign(Suite, "w2", Samples.Bytes("w2")))).ShouldBe("checkpoint.quorum");

    [Fact]
    public void A_cosignature_over_another_time_is_wrong()
    {
        var bytes = Convert.FromBase64String(By("w2").Encoded);
        bytes[11] ^= 1;
        Fault(Note(LogLine, By("w1"), By("w2") with { Encoded = Convert.ToBase64String(bytes) })).ShouldBe("checkpoint.signature");
    }

    [Theory]
    [InlineData("log.example\n7\n{0}\nextension\n")]
    [InlineData("log.example\n07\n{0}\n")]
    [InlineData("log.example\n-7\n{0}\n")]
    [InlineData("log.example\n7\nAAAA\n")]
    [InlineData("log.example\n7\n{0}")]
    [InlineData("\n7\n{0}\n")]
    public void A_body_of_another_form_is_not_read(string form) =>
        Checkpoint.Parse(string.Format(form, Convert.ToBase64String(State.Root.ToArray()))).Fault!.Code.ShouldBe("checkpoint.format");

    [Fact]
    public void Base64_with_loose_bits_is_not_read()
    {
        var root = Convert.ToBase64String(State.Root.ToArray());
        var loose = root[..^2] + (char)(root[^2] + 1) + "=";
        Convert.FromBase64String(loose).ShouldBe(State.Root.ToArray());
        Checkpoint.Parse($"log.example\n7\n{loose}\n").Fault!.Code.ShouldBe("checkpoint.format");
    }

    [Theory]
    [InlineData("not a signature\n")]
    [InlineData("— log.example AAAA")]
    [InlineData("— log.example\n")]
    [InlineData("— log.example A A\n")]
    [InlineData("-- log.example AAAA\n")]
    [InlineData("\n— log.example AAAA\n")]
    public void A_note_of_another_form_is_not_read(string tail) =>
        SignedCheckpoint.Parse(Encoding.UTF8.GetBytes(State.Body + "\n" + tail)).Fault!.Code.ShouldBe("checkpoint.format");

    [Fact]
    public void Trust_is_read_as_it_is_written()
    {
        var read = TrustAnchors.Parse(Trust.ToBytes()).OrThrow();
        read.ToBytes().ShouldBe(Trust.ToBytes());
        read.Examine(Note(LogLine, By("w1"), By("w2"))).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"quorum\":2", "\"quorum\":4")]
    [InlineData("\"quorum\":2", "\"quorum\":0")]
    [InlineData("\"log\":\"log.example\"", "\"log\":\"other\"")]
    [InlineData("[\"w1\",\"w2\",\"w3\"]", "[\"w1\",\"w2\",\"w2\"]")]
    [InlineData("[\"w1\",\"w2\",\"w3\"]", "[\"w1\",\"w2\",\"w9\"]")]
    [InlineData("\"alg\":\"ed25519\"", "\"alg\":\"sm2\"")]
    [InlineData("\"suite\":\"sha256\"", "\"suite\":\"md5\"")]
    [InlineData("\"origin\"", "\"more\":1,\"origin\"")]
    public void Trust_that_does_not_add_up_is_refused_and_the_record_unusable(string right, string wrong)
    {
        var text = Encoding.UTF8.GetString(Trust.ToBytes());
        text.ShouldContain(right);
        var bytes = Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal));
        TrustAnchors.Parse(bytes).Succeeded.ShouldBeFalse();
        Verify.Record(new ARecord().Held(), bytes).Verdict.ShouldBe(Verdict.Unusable);
    }

    [Theory]
    [InlineData("checkpoint.origin")]
    [InlineData("checkpoint.quorum")]
    public void A_record_is_held_to_the_verifiers_own_anchors(string code)
    {
        var keys = ARecord.Trust.Keys.Select(key => (key.Name, key.PublicKey.ToArray())).ToArray();
        var trust = TrustAnchors.Of(
            Suite, code == "checkpoint.origin" ? "elsewhere" : ARecord.Origin, code == "checkpoint.quorum" ? 3 : 2, keys[0], [.. keys.Skip(1)]);
        Verify.Record(new ARecord().Held(), trust.ToBytes()).Failures.Select(check => check.Code).ShouldContain(code);
    }

    [Fact]
    public void A_platform_with_another_log_key_is_not_believed()
    {
        var keys = ARecord.Trust.Keys.Select(key => (key.Name, key.PublicKey.ToArray())).ToArray();
        var trust = TrustAnchors.Of(Suite, ARecord.Origin, 2, (ARecord.Origin, Suite.PublicKey(LogSeed)), [.. keys.Skip(1)]);
        Verify.Record(new ARecord().Held(), trust.ToBytes()).Failures.Select(check => check.Code).ShouldContain("checkpoint.log-signature");
    }

    private static string Flipped(string base64)
    {
        var bytes = Convert.FromBase64String(base64);
        bytes[^1] ^= 1;
        return Convert.ToBase64String(bytes);
    }
}
