using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Draws;

/// <summary>Every expected no of the draw, and its words.</summary>
internal static class DrawRefusals
{
    public static readonly Words Words = new(typeof(DrawRefusals));

    public static Refusal Of(string code, string? article, params object?[] gaps) => Words.Refuse(code, article, gaps);

    /// <summary>A no of the record format, in its own words.</summary>
    public static Refusal Of(Fault fault) => new($"record.{fault.Code}", fault.Chinese, fault.English);

    /// <summary>A no whose one gap is what still waits, each thing a sentence of its own.</summary>
    public static Refusal TooEarly(IReadOnlyList<Refusal> waits) => new(
        "draw.opening-too-early",
        Words.InChinese("draw.opening-too-early", string.Join('；', waits.Select(w => w.Because))),
        Words.InEnglish("draw.opening-too-early", string.Join("; ", waits.Select(w => w.InEnglish))));
}
