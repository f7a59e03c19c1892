using DoubleRandom.Draws.Opening;

namespace DoubleRandom.Draws.Preparing.Fixture;

/// <summary>Looks from the preparation of a draw at its opening, so that the guard is seen to fail inside a module.</summary>
internal static class LooksAtTheOpening
{
    public static bool IsThere(OpenDraw? open) => open is not null;
}
