using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DoubleRandom.Testing;

/// <summary>The same unforeseeable-looking bytes in every run: SHA-256 over a seed and a counter.</summary>
public sealed class SeededChance(int seed = 1) : IChance
{
    private readonly Lock gate = new();
    private int counter;

    /// <inheritdoc />
    public void Fill(Span<byte> bytes)
    {
        lock (gate)
        {
            Span<byte> block = stackalloc byte[32];
            Span<byte> input = stackalloc byte[8];
            for (var at = 0; at < bytes.Length; at += block.Length)
            {
                BinaryPrimitives.WriteInt32BigEndian(input, seed);
                BinaryPrimitives.WriteInt32BigEndian(input[4..], counter++);
                SHA256.HashData(input, block);
                block[..Math.Min(block.Length, bytes.Length - at)].CopyTo(bytes[at..]);
            }
        }
    }
}
