using DoubleRandom.Verifiable.Checks;

namespace DoubleRandom.Verifier;

/// <summary>The verification in words: a line for each check, the verdict last.</summary>
internal sealed class TextReport(TextWriter output, TextWriter error) : IReport
{
    private static readonly Words Words = new(typeof(TextReport));

    public void Show(VerificationReport report, bool anchorsCameWithRecord)
    {
        foreach (var check in report.Checks)
        {
            var place = check.DrawId is null ? "" : check.Attempt is null ? $" [{check.DrawId}]" : $" [{check.DrawId} #{check.Attempt}]";
            output.WriteLine(Terminal.OneLine($"{WordOf(check.Status),-9} {check.Code}{place}  {check.Chinese} / {check.English}"));
        }

        output.WriteLine();
        if (anchorsCameWithRecord)
        {
            output.WriteLine(Words.Both("anchors-came-with-record"));
        }

        var failed = report.Failures.Count();
        output.WriteLine(report.Verdict switch
        {
            Verdict.Valid => Words.Both("valid", report.Checks.Count(check => check.Status == CheckStatus.Pass)),
            Verdict.Invalid => Words.Both("invalid", failed),
            _ => Words.Both("unusable"),
        });
    }

    public int Unusable(Refusal refusal)
    {
        error.WriteLine(Terminal.OneLine($"{refusal.Because} / {refusal.InEnglish}"));
        return ExitCode.Unusable;
    }

    private static string WordOf(CheckStatus status) => status switch
    {
        CheckStatus.Pass => "PASS",
        CheckStatus.Fail => "FAIL",
        CheckStatus.Pending => "PENDING",
        _ => "UNCHECKED",
    };
}
