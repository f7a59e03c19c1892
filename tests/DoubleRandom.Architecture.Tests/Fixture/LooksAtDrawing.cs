using DoubleRandom.Verifiable.Drawing;

namespace DoubleRandom.Verifiable.Bytes.Fixture;

/// <summary>Looks to the right, where no room of the core may look, so that the guard is seen to fail.</summary>
internal static class LooksAtDrawing
{
    public static string NameOf(Part part) => part.ToString();
}
