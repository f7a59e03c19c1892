using System.Buffers.Binary;
using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Log;

/// <summary>
/// What a verifier believes before looking (信任锚, A.2, A.11.2): <c>trust.json</c>, the verifier's own. Never take it from
/// the platform that is being checked.
/// </summary>
public sealed class TrustAnchors
{
    internal TrustAnchors(Suite suite, string origin, IReadOnlyList<NoteKey> keys, string log, IReadOnlyList<string> witnesses, int quorum) =>
        (Suite, Origin, Keys, Log, Witnesses, Quorum) = (suite, origin, keys, log, witnesses, quorum);

    /// <summary>The log's suite.</summary>
    public Suite Suite { get; }

    /// <summary>The log's origin line.</summary>
    public string Origin { get; }

    /// <summary>All known keys: a wrong or repeated signature by one of them spoils a checkpoint.</summary>
    public IReadOnlyList<NoteKey> Keys { get; }

    /// <summary>Name of the log's key.</summary>
    public string Log { get; }

    /// <summary>Names of the witnesses that form the quorum.</summary>
    public IReadOnlyList<string> Witnesses { get; }

    /// <summary>Least number of witnesses under every checkpoint, 1 … number of witnesses.</summary>
    public int Quorum { get; }

    /// <summary>Anchors for a log and its witnesses, given by name and public key.</summary>
    public static TrustAnchors Of(
        Suite suite, string origin, int quorum, (string Name, byte[] PublicKey) log, params IReadOnlyList<(string Name, byte[] PublicKey)> witnesses) => new(
        suite,
        origin,
        [NoteKey.OfLog(suite, log.Name, log.PublicKey), .. witnesses.Select(w => NoteKey.OfWitness(suite, w.Name, w.PublicKey))],
        log.Name,
        witnesses.Select(w => w.Name).ToArray(),
        quorum);

    /// <summary>Reads <c>trust.json</c> in any spelling of JSON. A suite that is not carried out here is a fault in words.</summary>
    public static Answer<TrustAnchors> Parse(ReadOnlySpan<byte> json) =>
        !CanonicalBytes.ParseLoosely(json).Is(out var value, out var fault) || !Members.Read(value, "trust", TrustFile.Names, TrustFile.Read).Is(out var file, out fault)
            ? fault
            : file.ToAnchors();

    /// <summary><c>trust.json</c> in canonical bytes.</summary>
    public byte[] ToBytes() => CanonicalBytes.Of(Json.Object(
        ("keys", Json.Array(Keys.Select(key => Json.Object(
            ("alg", key.IsWitness ? Suite.WitnessAlgorithm : Suite.LogAlgorithm),
            ("name", key.Name),
            ("pub", Convert.ToHexStringLower(key.PublicKey.Span)))))),
        ("log", Log),
        ("origin", Origin),
        ("quorum", Quorum),
        ("suite", Suite.Name),
        ("witnesses", Json.Texts(Witnesses))));

    /// <summary>
    /// Checks the signatures under a checkpoint. Lines by unknown keys are ignored; a wrong or repeated one by a known key,
    /// a missing log signature or too few witnesses is a fault.
    /// </summary>
    public Answer<CheckpointStanding> Examine(SignedCheckpoint note)
    {
        var signed = new HashSet<NoteKey>();
        var times = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var signature in note.Signatures.Where(line => Keys.Any(key => key.Name == line.Name)))
        {
            if (!StrictBase64.TryDecode(signature.Encoded, out var bytes) || bytes.Length < 4)
            {
                return Spoilt("checkpoint.signature", signature, "无法读取", "cannot be read");
            }

            var id = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            if (Keys.FirstOrDefault(key => key.Name == signature.Name && key.Id == id) is not { } known)
            {
                continue;
            }

            if (!signed.Add(known))
            {
                return Spoilt("checkpoint.signature", signature, "重复", "appears twice");
            }

            if (!IsRight(known, note.Checkpoint, bytes.AsSpan(4), out var time))
            {
                return Spoilt("checkpoint.signature", signature, "错误", "is wrong");
            }

            if (known.IsWitness && Witnesses.Contains(known.Name, StringComparer.Ordinal))
            {
                times[known.Name] = Math.Min(time, times.GetValueOrDefault(known.Name, long.MaxValue));
            }
        }

        if (!signed.Any(key => !key.IsWitness && key.Name == Log))
        {
            return new Fault("checkpoint.log-signature", "缺少日志本身的签名。", "The log's own signature is missing.");
        }

        return times.Count >= Quorum
            ? new CheckpointStanding(note.Checkpoint, new RecordTime(times.Values.Order().ElementAt(Quorum - 1)), times.Count)
            : new Fault("checkpoint.quorum", $"见证共签 {times.Count} 个，少于要求的 {Quorum} 个。", $"{times.Count} witnesses cosigned; {Quorum} are required.");
    }

    private bool IsRight(NoteKey key, Checkpoint checkpoint, ReadOnlySpan<byte> payload, out long time)
    {
        time = 0;
        if (!key.IsWitness)
        {
            return Suite.Verify(key.PublicKey.Span, Encoding.UTF8.GetBytes(checkpoint.Body), payload);
        }

        if (payload.Length != 8 + Suite.SignatureLength)
        {
            return false;
        }

        time = BinaryPrimitives.ReadInt64BigEndian(payload);
        return time is >= 0 and <= RecordTime.Latest && Suite.Verify(key.PublicKey.Span, checkpoint.CosignedText(time), payload[8..]);
    }

    private static Fault Spoilt(string code, NoteSignature signature, string chinese, string english) =>
        new(code, $"密钥 {signature.Name} 的签名{chinese}。", $"The signature by {signature.Name} {english}.");
}

/// <summary>A checkpoint whose signatures are right (有效检查点).</summary>
/// <param name="Checkpoint">The signed state.</param>
/// <param name="CosignedAt">When the quorum was reached: the quorum-th earliest witness time.</param>
/// <param name="Witnesses">How many witnesses cosigned.</param>
public sealed record CheckpointStanding(Checkpoint Checkpoint, RecordTime CosignedAt, int Witnesses);
