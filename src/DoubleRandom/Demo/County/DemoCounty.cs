namespace DoubleRandom.Demo.County;

/// <summary>The demo county [演示县]: Menghai with invented subjects, inspectors and an item list. The same seed gives the same county.</summary>
/// <param name="Items">The item list.</param>
/// <param name="Subjects">The subject directory.</param>
/// <param name="Inspectors">The inspector directory.</param>
public sealed record DemoCounty(IReadOnlyList<DemoItem> Items, IReadOnlyList<DemoSubject> Subjects, IReadOnlyList<DemoInspector> Inspectors)
{
    /// <summary>Subjects of a county of true size.</summary>
    public const int TrueSize = 40_000;

    /// <summary>Makes the county.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="subjects">How many subjects, at least 0; trades shrink and grow with it, inspectors and items do not.</param>
    public static DemoCounty Make(long seed, int subjects)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(subjects);
        return new(DemoItem.All, DemoSubjects.Make(seed, subjects), DemoInspectors.Make(seed));
    }
}
