using System.Diagnostics.CodeAnalysis;

namespace DoubleRandom.Verifiable.Bytes;

/// <summary>Lower-case hexadecimal, the only spelling of bytes in the record's JSON (A.1, A.11.1).</summary>
internal static class Hex
{
    public static bool Is(string? text, int bytes) =>
        text is not null && text.Length == bytes * 2 && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    public static bool TryDecode(string? text, int bytes, [NotNullWhen(true)] out byte[]? decoded)
    {
        decoded = Is(text, bytes) ? Convert.FromHexString(text!) : null;
        return decoded is not null;
    }
}
