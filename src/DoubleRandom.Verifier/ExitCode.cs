namespace DoubleRandom.Verifier;

/// <summary>What the command line tells the script that called it.</summary>
internal static class ExitCode
{
    /// <summary>Done; for <c>verify</c>: the record is valid.</summary>
    public const int Done = 0;

    /// <summary>The answer is no; for <c>verify</c>: the record is invalid.</summary>
    public const int No = 1;

    /// <summary>It could not be done as asked.</summary>
    public const int Unusable = 2;
}
