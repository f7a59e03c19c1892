namespace DoubleRandom.Verifiable.Checks;

/// <summary>What became of one check (核验项结论).</summary>
public enum CheckStatus
{
    /// <summary>It holds.</summary>
    Pass,

    /// <summary>It does not hold: the record is invalid.</summary>
    Fail,

    /// <summary>It cannot be told yet, and need not be: the draw is not opened and its deadline has not passed.</summary>
    Pending,

    /// <summary>It is not checked here; the sentence says what to use instead. The verdict stands without it.</summary>
    NotChecked,
}

/// <summary>The overall answer (核验结论).</summary>
public enum Verdict
{
    /// <summary>Every check that could be made holds.</summary>
    Valid,

    /// <summary>At least one check failed.</summary>
    Invalid,

    /// <summary>This cannot be read as a record at all; nothing is said for or against it.</summary>
    Unusable,
}

/// <summary>One named check (核验项, A.12).</summary>
/// <param name="Code">Stable name, e.g. <c>roster.root</c>.</param>
/// <param name="Status">What became of it.</param>
/// <param name="DrawId">The draw it belongs to; null for the log as a whole.</param>
/// <param name="Attempt">The attempt it belongs to; null when it is no single one.</param>
/// <param name="Chinese">One or two sentences for a citizen.</param>
/// <param name="English">The same in English.</param>
public sealed record Check(string Code, CheckStatus Status, string? DrawId, int? Attempt, string Chinese, string English);

/// <summary>The report of a verification (核验报告, A.12).</summary>
/// <param name="Verdict">The overall answer.</param>
/// <param name="Checks">Every check in the order it was made.</param>
public sealed record VerificationReport(Verdict Verdict, IReadOnlyList<Check> Checks)
{
    /// <summary>The checks that failed.</summary>
    public IEnumerable<Check> Failures => Checks.Where(check => check.Status == CheckStatus.Fail);
}
