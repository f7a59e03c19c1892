using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Log;

/// <summary>A public key that signs notes (签名公钥, A.4): of the log, or of a witness.</summary>
/// <param name="Name">The key's name, as signature lines carry it.</param>
/// <param name="IsWitness">True for a witness's key, false for the log's.</param>
/// <param name="PublicKey">The raw public key.</param>
/// <param name="Id">The first 4 bytes of SHA-256(name‖LF‖type‖key), as a big-endian number; an identifier, no security.</param>
public sealed record NoteKey(string Name, bool IsWitness, ReadOnlyMemory<byte> PublicKey, uint Id)
{
    /// <summary>The log's key.</summary>
    public static NoteKey OfLog(Suite suite, string name, ReadOnlyMemory<byte> publicKey) =>
        new(name, IsWitness: false, publicKey, IdOf(name, suite.LogKeyType, publicKey.Span));

    /// <summary>A witness's key.</summary>
    public static NoteKey OfWitness(Suite suite, string name, ReadOnlyMemory<byte> publicKey) =>
        new(name, IsWitness: true, publicKey, IdOf(name, suite.WitnessKeyType, publicKey.Span));

    /// <summary>The key as C2SP signed-note clients take it: <c>name+key id in hex+base64 of type and key</c>.</summary>
    public string ToVerifierKey(Suite suite)
    {
        byte[] typed = [.. IsWitness ? suite.WitnessKeyType : suite.LogKeyType, .. PublicKey.Span];
        return $"{Name}+{Id:x8}+{Convert.ToBase64String(typed)}";
    }

    /// <summary>The signature line for a payload: signature, or time and signature for a witness.</summary>
    internal NoteSignature Attach(ReadOnlySpan<byte> payload)
    {
        var bytes = new byte[4 + payload.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Id);
        payload.CopyTo(bytes.AsSpan(4));
        return new NoteSignature(Name, Convert.ToBase64String(bytes));
    }

    private static uint IdOf(string name, ReadOnlySpan<byte> type, ReadOnlySpan<byte> publicKey)
    {
        byte[] input = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. type, .. publicKey];
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(input));
    }
}
