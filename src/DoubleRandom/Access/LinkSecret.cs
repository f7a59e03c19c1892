using System.Security.Cryptography;
using System.Text;

namespace DoubleRandom.Access;

/// <summary>The secret of a one-time link [一次性链接]: whoever has it may do the one thing the link is for. Only its hash is kept.</summary>
internal static class LinkSecret
{
    /// <summary>How long such a link works.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(4);

    private const int Longest = 64;

    /// <summary>A new one, 32 hex digits.</summary>
    public static string New(IChance chance)
    {
        var secret = new byte[16];
        chance.Fill(secret);
        return Convert.ToHexStringLower(secret);
    }

    /// <summary>What is kept of it; null where the text cannot be one.</summary>
    public static byte[]? HashOf(string secret) =>
        secret.Length is 0 or > Longest ? null : SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
