using System.Buffers.Binary;
using System.Text;
using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Hashing;

/// <summary>
/// The cryptographic suite of a log (密码套件, A.1): one 32-byte hash, its HMAC and one signature algorithm. A log uses one
/// suite for its whole life.
/// </summary>
public abstract class Suite
{
    /// <summary>SHA-256 and Ed25519.</summary>
    public static readonly Suite Sha256 = new Sha256Suite();

    /// <summary>SM3 and SM2, the Chinese national algorithms [国密].</summary>
    public static readonly Suite Sm3 = new Sm3Suite();

    private ManyHashes? many;

    private protected Suite()
    {
    }

    /// <summary>The suite's name in commit records and trust files.</summary>
    public abstract string Name { get; }

    /// <summary>Algorithm name of a log key in the trust file, e.g. <c>ed25519</c>.</summary>
    public abstract string LogAlgorithm { get; }

    /// <summary>Algorithm name of a witness key in the trust file, e.g. <c>ed25519-cosig</c>.</summary>
    public abstract string WitnessAlgorithm { get; }

    /// <summary>Length of a public key in bytes.</summary>
    public abstract int PublicKeyLength { get; }

    /// <summary>Length of a signature in bytes.</summary>
    public abstract int SignatureLength { get; }

    /// <summary>The bytes that tell a log key's type in its key id.</summary>
    internal abstract ReadOnlySpan<byte> LogKeyType { get; }

    /// <summary>The bytes that tell a witness key's type in its key id.</summary>
    internal abstract ReadOnlySpan<byte> WitnessKeyType { get; }

    /// <summary>How the origin of a log of this suite ends.</summary>
    public virtual string OriginEnding => "";

    /// <summary>Finds the suite of a name; an unknown one is a fault in words.</summary>
    public static Answer<Suite> Named(string name) => name switch
    {
        "sha256" => Sha256,
        "sm3" => Sm3,
        _ => new Fault("suite.unknown", $"没有名为“{name}”的密码套件。", $"There is no suite called '{name}'."),
    };

    /// <summary>H(data).</summary>
    public abstract Bytes32 Hash(ReadOnlySpan<byte> data);

    /// <summary>HMAC(key, data), RFC 2104 over H.</summary>
    public abstract Bytes32 Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data);

    /// <summary>Whether bytes are a public key of the suite: a canonical point of its curve, of large order (A.1).</summary>
    public abstract bool IsPublicKey(ReadOnlySpan<byte> publicKey);

    /// <summary>The public key of a 32-byte private seed.</summary>
    public abstract byte[] PublicKey(Bytes32 privateSeed);

    /// <summary>Signs a message with a 32-byte private seed; the same input gives the same signature.</summary>
    public abstract byte[] Sign(Bytes32 privateSeed, ReadOnlySpan<byte> message);

    /// <summary>True when the signature is the key's over the message; malformed keys and signatures are simply false.</summary>
    public abstract bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);

    /// <summary>The same hash for whole lists; chosen, and checked against <see cref="Hash"/>, when it is first asked for.</summary>
    public ManyHashes Many => many ??= ManyHashes.Chosen(this, InLanes);

    /// <summary>The hash in lanes, widest first.</summary>
    private protected abstract IEnumerable<ManyHashes> InLanes { get; }

    /// <summary>TH(tag, fields…): the hash of the tagged encoding.</summary>
    public Bytes32 TaggedHash(string tag, params ReadOnlySpan<Field> fields) => Hash(Encode(tag, fields));

    /// <summary>TM(key, tag, fields…): the HMAC of the tagged encoding.</summary>
    public Bytes32 TaggedMac(Bytes32 key, string tag, params ReadOnlySpan<Field> fields)
    {
        Span<byte> keyBytes = stackalloc byte[Bytes32.Length];
        key.CopyTo(keyBytes);
        return Hmac(keyBytes, Encode(tag, fields));
    }

    /// <summary>HMAC under a 32-byte key.</summary>
    public Bytes32 Hmac(Bytes32 key, ReadOnlySpan<byte> data)
    {
        Span<byte> keyBytes = stackalloc byte[Bytes32.Length];
        key.CopyTo(keyBytes);
        return Hmac(keyBytes, data);
    }

    /// <summary>enc(tag, fields…) = tag ‖ 0x00 ‖ u32be(|f1|) ‖ f1 ‖ … (A.1).</summary>
    internal static byte[] Encode(string tag, ReadOnlySpan<Field> fields)
    {
        var length = tag.Length + 1;
        foreach (var field in fields)
        {
            length += 4 + field.Bytes.Length;
        }

        var bytes = new byte[length];
        var at = Encoding.ASCII.GetBytes(tag, bytes) + 1;
        foreach (var field in fields)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), (uint)field.Bytes.Length);
            field.Bytes.Span.CopyTo(bytes.AsSpan(at + 4));
            at += 4 + field.Bytes.Length;
        }

        return bytes;
    }
}
