using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DoubleRandom.Log;

/// <summary>
/// Seals a witness's key under his passphrase [口令]: salt (16) ‖ iterations (4) ‖ nonce (12) ‖ tag (16) ‖ ciphertext;
/// PBKDF2-HMAC-SHA-256, then AES-256-GCM bound to the key's name. The platform keeps no passphrase.
/// </summary>
internal static class PassphraseBox
{
    /// <summary>Iterations for new boxes; older boxes carry their own number.</summary>
    public const int Iterations = 600_000;

    /// <summary>Least length of a passphrase in characters.</summary>
    public const int LeastLength = 8;

    /// <summary>Greatest length of a passphrase in characters; what is longer is not tried.</summary>
    public const int GreatestLength = 256;

    private const int Salt = 16;
    private const int Nonce = Salt + 4;
    private const int Tag = Nonce + 12;
    private const int Cipher = Tag + 16;

    public static byte[] Seal(string passphrase, string name, ReadOnlySpan<byte> secret, IChance chance)
    {
        var box = new byte[Cipher + secret.Length];
        chance.Fill(box.AsSpan(0, Salt));
        BinaryPrimitives.WriteInt32BigEndian(box.AsSpan(Salt), Iterations);
        chance.Fill(box.AsSpan(Nonce, Tag - Nonce));
        using var aes = new AesGcm(KeyOf(passphrase, box), 16);
        aes.Encrypt(box.AsSpan(Nonce, 12), secret, box.AsSpan(Cipher), box.AsSpan(Tag, 16), Encoding.UTF8.GetBytes(name));
        return box;
    }

    /// <summary>The secret; null when the passphrase is wrong.</summary>
    public static byte[]? Open(string passphrase, string name, byte[] box)
    {
        try
        {
            var secret = new byte[box.Length - Cipher];
            using var aes = new AesGcm(KeyOf(passphrase, box), 16);
            aes.Decrypt(box.AsSpan(Nonce, 12), box.AsSpan(Cipher), box.AsSpan(Tag, 16), secret, Encoding.UTF8.GetBytes(name));
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] KeyOf(string passphrase, byte[] box) => Rfc2898DeriveBytes.Pbkdf2(
        passphrase.Normalize(NormalizationForm.FormKC), box.AsSpan(0, Salt), BinaryPrimitives.ReadInt32BigEndian(box.AsSpan(Salt)), HashAlgorithmName.SHA256, 32);
}
