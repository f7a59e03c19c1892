namespace DoubleRandom.Verifier;

/// <summary>The check of a record as a program of its own [核验程序]: what a citizen runs who has nothing else of DoubleRandom.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) =>
        CommandLine.RunAsync(() => new("doublerandom") { VerifyCommand.Make() }, args, Console.Out, Console.Error);
}
