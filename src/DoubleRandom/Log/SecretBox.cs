using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;

namespace DoubleRandom.Log;

/// <summary>
/// Seals secrets under the key file [密封] with AES-256-GCM: nonce ‖ tag ‖ ciphertext, bound to county and purpose, so that no
/// sealed secret passes for another. Every opening is in the trail before the secret is out.
/// </summary>
[PerRequest]
public sealed class SecretBox(SupervisionDb db, KeyFile file, IChance chance)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Seals a secret.</summary>
    /// <param name="actor">Whose county the secret belongs to.</param>
    /// <param name="purpose">What it is, e.g. <c>server-secret/532822202603021001/1</c>; to be told again when opening.</param>
    /// <param name="secret">The secret.</param>
    internal Outcome<byte[]> Seal(Actor actor, string purpose, ReadOnlySpan<byte> secret)
    {
        if (file.Read() is var key && key.Refused(out var no))
        {
            return no;
        }

        var box = new byte[NonceLength + TagLength + secret.Length];
        chance.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key.Value, TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), secret, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), Bound(actor, purpose));
        CryptographicOperations.ZeroMemory(key.Value);
        return box;
    }

    /// <summary>Opens a secret; the trail says who and what for, committed before. To be called before the act changes rows.</summary>
    internal async Task<Outcome<byte[]>> OpenAsync(Actor actor, string purpose, byte[] box, CancellationToken stop)
    {
        if (db.ChangeTracker.HasChanges())
        {
            throw new InvalidOperationException("Open secrets before the act changes rows: the trail is written first.");
        }

        db.Note(actor, new Act("secret.read"), "Secret", purpose);
        if (await db.CommitAsync(actor, new Act("secret.read"), stop) is { } lost)
        {
            return lost;
        }

        if (file.Read() is var key && key.Refused(out var no))
        {
            return no;
        }

        try
        {
            var secret = new byte[box.Length - NonceLength - TagLength];
            using var aes = new AesGcm(key.Value, TagLength);
            aes.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), secret, Bound(actor, purpose));
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return file.WrongKey();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key.Value);
        }
    }

    private static byte[] Bound(Actor actor, string purpose) => Encoding.UTF8.GetBytes($"{actor.Jurisdiction}/{purpose}");
}
