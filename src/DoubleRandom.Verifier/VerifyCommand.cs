using System.CommandLine;
using DoubleRandom.Verifiable;
using DoubleRandom.Verifiable.Checks;

namespace DoubleRandom.Verifier;

/// <summary>
/// <c>doublerandom verify DIR [--trust FILE] [--json]</c>: a citizen's check of a draw's record [核验抽查记录]. It needs no
/// database and believes nothing but the trust file.
/// </summary>
internal static class VerifyCommand
{
    private static readonly Words Words = new(typeof(VerifyCommand));

    public static Command Make()
    {
        var record = new Argument<string>("DIR") { Description = Words.Both("record") };
        var trust = new Option<string?>("--trust") { Description = Words.Both("trust"), HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = Words.Both("json") };
        var command = new Command("verify", Words.Both("verify")) { record, trust, json };
        command.SetAction(line => Check(line.GetValue(record)!, line.GetValue(trust), ReportFor(line, line.GetValue(json))));
        return command;
    }

    private static IReport ReportFor(ParseResult line, bool asJson)
    {
        var (output, error) = (line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
        return asJson ? new JsonReport(output) : new TextReport(output, error);
    }

    private static int Check(string record, string? trust, IReport report)
    {
        var files = RecordFiles.At(record);
        if (files.Refused(out var refusal))
        {
            return report.Unusable(refusal);
        }

        var anchors = trust is null ? RecordFiles.TrustWithin(files.Value) : RecordFiles.TrustAt(trust);
        if (anchors.Refused(out refusal))
        {
            return report.Unusable(refusal);
        }

        var answer = Verify.Record(files.Value, anchors.Value.Span, work: AllProcessors.Work);
        report.Show(answer, anchorsCameWithRecord: trust is null);
        return answer.Verdict switch
        {
            Verdict.Valid => ExitCode.Done,
            Verdict.Invalid => ExitCode.No,
            _ => ExitCode.Unusable,
        };
    }
}
