using System.Security.Cryptography;
using DoubleRandom.Verifiable.Bytes;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace DoubleRandom.Verifiable.Hashing;

/// <summary>The suite <c>sha256</c>: SHA-256 and Ed25519 (RFC 8032).</summary>
internal sealed class Sha256Suite : Suite
{
    public override string Name => "sha256";

    public override string LogAlgorithm => "ed25519";

    public override string WitnessAlgorithm => "ed25519-cosig";

    public override int PublicKeyLength => Ed25519.PublicKeySize;

    public override int SignatureLength => Ed25519.SignatureSize;

    internal override ReadOnlySpan<byte> LogKeyType => [0x01];

    internal override ReadOnlySpan<byte> WitnessKeyType => [0x04];

    private protected override IEnumerable<ManyHashes> InLanes => ManyHashes.InLanes<Sha256Rounds>();

    public override Bytes32 Hash(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[Bytes32.Length];
        SHA256.HashData(data, hash);
        return new Bytes32(hash);
    }

    public override Bytes32 Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        Span<byte> mac = stackalloc byte[Bytes32.Length];
        HMACSHA256.HashData(key, data, mac);
        return new Bytes32(mac);
    }

    public override bool IsPublicKey(ReadOnlySpan<byte> publicKey) =>
        publicKey.Length == Ed25519.PublicKeySize && Ed25519.ValidatePublicKeyPartial(publicKey.ToArray(), 0);

    public override byte[] PublicKey(Bytes32 privateSeed)
    {
        var publicKey = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(privateSeed.ToArray(), 0, publicKey, 0);
        return publicKey;
    }

    public override byte[] Sign(Bytes32 privateSeed, ReadOnlySpan<byte> message)
    {
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(privateSeed.ToArray(), 0, message.ToArray(), 0, message.Length, signature, 0);
        return signature;
    }

    public override bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        publicKey.Length == Ed25519.PublicKeySize
        && signature.Length == Ed25519.SignatureSize
        && Ed25519.Verify(signature.ToArray(), 0, publicKey.ToArray(), 0, message.ToArray(), 0, message.Length);
}
