using DoubleRandom.Verifiable.Checks;

namespace DoubleRandom.Verifier;

/// <summary>How a verification is shown: in words, or as a document for programs.</summary>
internal interface IReport
{
    /// <summary>Shows every check and the verdict.</summary>
    /// <param name="report">What the verification found.</param>
    /// <param name="anchorsCameWithRecord">Whether the trust file lay in the record itself, which proves less.</param>
    void Show(VerificationReport report, bool anchorsCameWithRecord);

    /// <summary>Shows why nothing could be checked.</summary>
    /// <returns><see cref="ExitCode.Unusable"/>.</returns>
    int Unusable(Refusal refusal);
}
