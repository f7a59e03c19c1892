namespace DoubleRandom.Demo.County;

/// <summary>Repeatable chance for demo data (splitmix64): the same seed and stream give the same numbers. Draws never use it.</summary>
/// <param name="seed">The seed the user named.</param>
/// <param name="stream">What it is for, so that more subjects do not change the inspectors.</param>
internal sealed class DemoChance(long seed, string stream)
{
    private ulong state = Start(seed, stream);

    /// <summary>A number from 0 up to, not including, the bound (at least 1).</summary>
    public int Below(int bound) => (int)(((UInt128)Next() * (uint)bound) >> 64);

    /// <summary>A number from the first up to and including the last.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>Whether it happens, at so many per cent.</summary>
    public bool Happens(int percent) => Below(100) < percent;

    /// <summary>One of the values, each as likely.</summary>
    public T Of<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>Puts the values in random order (Fisher–Yates).</summary>
    public void Shuffle<T>(IList<T> values)
    {
        for (var i = values.Count - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (values[i], values[other]) = (values[other], values[i]);
        }
    }

    private static ulong Start(long seed, string stream)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var letter in stream)
            {
                hash = (hash ^ letter) * 1099511628211UL;
            }

            return hash ^ ((ulong)seed * 0x9E3779B97F4A7C15UL);
        }
    }

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
