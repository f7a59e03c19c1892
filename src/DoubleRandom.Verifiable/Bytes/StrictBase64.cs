using System.Diagnostics.CodeAnalysis;

namespace DoubleRandom.Verifiable.Bytes;

/// <summary>RFC 4648 §4 with padding, in its one spelling: loose bits or spaces are refused.</summary>
internal static class StrictBase64
{
    public static bool TryDecode(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        var buffer = new byte[(text.Length / 4 * 3) + 3];
        bytes = Convert.TryFromBase64String(text, buffer, out var length) && Convert.ToBase64String(buffer, 0, length) == text
            ? buffer[..length]
            : null;
        return bytes is not null;
    }
}
