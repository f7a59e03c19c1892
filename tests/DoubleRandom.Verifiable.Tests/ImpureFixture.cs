using System.Diagnostics.CodeAnalysis;

namespace DoubleRandom.Verifiable.Tests;

/// <summary>What the core must never contain: it proves that the walk can fail. Nothing calls it.</summary>
internal static class ImpureFixture
{
    public static int Half(int x) => (int)(x * 0.5);

    public static string ReadsAFile(string path) => File.ReadAllText(path);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The fixture shows the walk what it must find.")]
    public static long AsksTheClock() => DateTime.UtcNow.Ticks;

    public static int HidesAFraction(IEnumerable<int> numbers) => numbers.Select(n => n / 3.0).Count();

    public static string Waits(Task<string> task) => task.Result;
}
