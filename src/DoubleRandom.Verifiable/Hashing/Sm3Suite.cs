using System.Text;
using DoubleRandom.Verifiable.Bytes;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Prng;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;
using Org.BouncyCastle.Security;

namespace DoubleRandom.Verifiable.Hashing;

/// <summary>The suite <c>sm3</c>: SM3 (GB/T 32905) and SM2 (GB/T 32918.2, the recommended curve, the standard's user id).</summary>
internal sealed class Sm3Suite : Suite
{
    /// <summary>04 ‖ x ‖ y.</summary>
    private const int UncompressedKey = 1 + (2 * Bytes32.Length);

    private static readonly byte[] LogType = [0xff, .. "drdr/1 sm2-sm3"u8];
    private static readonly byte[] WitnessType = [0xff, .. "drdr/1 sm2-sm3 cosig"u8];
    private static readonly byte[] UserId = Encoding.ASCII.GetBytes("1234567812345678");
    private static readonly ECDomainParameters Curve = ECDomainParameters.FromX9ECParameters(GMNamedCurves.GetByOid(GMObjectIdentifiers.sm2p256v1));

    public override string Name => "sm3";

    public override string LogAlgorithm => "sm2";

    public override string WitnessAlgorithm => "sm2-cosig";

    public override int PublicKeyLength => UncompressedKey;

    public override int SignatureLength => 2 * Bytes32.Length;

    internal override ReadOnlySpan<byte> LogKeyType => LogType;

    internal override ReadOnlySpan<byte> WitnessKeyType => WitnessType;

    public override string OriginEnding => "/sm3";

    private protected override IEnumerable<ManyHashes> InLanes => ManyHashes.InLanes<Sm3Rounds>();

    public override Bytes32 Hash(ReadOnlySpan<byte> data)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(data);
        Span<byte> hash = stackalloc byte[Bytes32.Length];
        digest.DoFinal(hash);
        return new Bytes32(hash);
    }

    public override Bytes32 Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        var hmac = new HMac(new SM3Digest());
        hmac.Init(new KeyParameter(key));
        hmac.BlockUpdate(data);
        Span<byte> mac = stackalloc byte[Bytes32.Length];
        hmac.DoFinal(mac);
        return new Bytes32(mac);
    }

    public override byte[] PublicKey(Bytes32 privateSeed) => Curve.G.Multiply(PrivateKey(privateSeed)).Normalize().GetEncoded(compressed: false);

    public override byte[] Sign(Bytes32 privateSeed, ReadOnlySpan<byte> message)
    {
        // The one-time number of a signature comes from the key and the message, as in RFC 6979: no chance, and never twice the same for two messages.
        var once = new DigestRandomGenerator(new SM3Digest());
        once.AddSeedMaterial(privateSeed.ToArray());
        once.AddSeedMaterial(message);
        return Signer(true, new ParametersWithRandom(new ECPrivateKeyParameters(PrivateKey(privateSeed), Curve), new SecureRandom(once)), message).GenerateSignature();
    }

    public override bool IsPublicKey(ReadOnlySpan<byte> publicKey) => Point(publicKey) is not null;

    public override bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureLength
        && Point(publicKey) is { } point
        && Signer(false, new ECPublicKeyParameters(point, Curve), message).VerifySignature(signature.ToArray());

    private static SM2Signer Signer(bool signs, Org.BouncyCastle.Crypto.ICipherParameters key, ReadOnlySpan<byte> message)
    {
        var signer = new SM2Signer(PlainDsaEncoding.Instance, new SM3Digest());
        signer.Init(signs, new ParametersWithID(key, UserId));
        signer.BlockUpdate(message);
        return signer;
    }

    /// <summary>The point of a key, or null where the bytes are none of the curve.</summary>
    private static ECPoint? Point(ReadOnlySpan<byte> publicKey)
    {
        if (publicKey is not [0x04, ..] || publicKey.Length != UncompressedKey)
        {
            return null;
        }

        try
        {
            return Curve.ValidatePublicPoint(Curve.Curve.DecodePoint(publicKey));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A number from 1 to n − 2, as the standard asks: the seed itself but for one in four thousand million.</summary>
    private static BigInteger PrivateKey(Bytes32 seed) =>
        new BigInteger(1, seed.ToArray()).Mod(Curve.N.Subtract(BigInteger.One)).Max(BigInteger.One);
}
