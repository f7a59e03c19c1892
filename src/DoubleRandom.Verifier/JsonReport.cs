using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DoubleRandom.Verifiable.Checks;

namespace DoubleRandom.Verifier;

/// <summary>
/// The verification as one JSON document for programs: <c>format</c>, <c>verdict</c> (valid, invalid, unusable),
/// <c>anchors</c> (own, record), <c>checks</c>; or <c>refusal</c> where nothing could be checked. Members are only ever added.
/// </summary>
internal sealed class JsonReport(TextWriter output) : IReport
{
    private const string Format = "doublerandom/verification/1";

    public void Show(VerificationReport report, bool anchorsCameWithRecord) => Write(json =>
    {
        json.WriteString("verdict", NameOf(report.Verdict));
        json.WriteString("anchors", anchorsCameWithRecord ? "record" : "own");
        json.WriteStartArray("checks");
        foreach (var check in report.Checks)
        {
            json.WriteStartObject();
            json.WriteString("code", check.Code);
            json.WriteString("status", NameOf(check.Status));
            json.WriteString("drawId", check.DrawId);
            if (check.Attempt is { } attempt)
            {
                json.WriteNumber("attempt", attempt);
            }
            else
            {
                json.WriteNull("attempt");
            }

            WriteSentences(json, check.Chinese, check.English);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public int Unusable(Refusal refusal)
    {
        Write(json =>
        {
            json.WriteString("verdict", NameOf(Verdict.Unusable));
            json.WriteStartObject("refusal");
            json.WriteString("code", refusal.Code);
            WriteSentences(json, refusal.Because, refusal.InEnglish);
            json.WriteEndObject();
        });
        return ExitCode.Unusable;
    }

    private void Write(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            members(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    private static void WriteSentences(Utf8JsonWriter json, string chinese, string english)
    {
        json.WriteString("zh", chinese);
        json.WriteString("en", english);
    }

    private static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Valid => "valid",
        Verdict.Invalid => "invalid",
        _ => "unusable",
    };

    private static string NameOf(CheckStatus status) => status switch
    {
        CheckStatus.Pass => "pass",
        CheckStatus.Fail => "fail",
        CheckStatus.Pending => "pending",
        _ => "not-checked",
    };
}
