using System.Security.Cryptography;

namespace DoubleRandom;

/// <summary>Where unforeseeable bytes come from [随机源]: the machine's generator in use, a seeded one in tests.</summary>
public interface IChance
{
    /// <summary>Fills the bytes.</summary>
    void Fill(Span<byte> bytes);
}

/// <summary>The operating system's cryptographic generator.</summary>
public sealed class SystemChance : IChance
{
    /// <inheritdoc />
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
