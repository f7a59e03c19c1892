namespace DoubleRandom.Architecture.Tests.Fixture;

/// <summary>A record of which a value and a member within were renamed, so that the test of stored names is seen to find both.</summary>
[StoredKind("Painted")]
internal sealed class PaintedRow
{
    public enum Colours
    {
        Crimson,
        Blue,
    }

    public Colours Colour { get; init; }

    public List<Coat> Coats { get; init; } = [];

    internal sealed record Coat(int Depth);
}
