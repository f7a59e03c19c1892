namespace DoubleRandom.Verifiable.Bytes;

/// <summary>
/// An expected no (不成立): the reason why bytes are not a record, or why a draw cannot be held as asked. Never a bug.
/// </summary>
/// <param name="Code">Stable name for programs, e.g. <c>quota.over-eligible</c>.</param>
/// <param name="Chinese">One sentence for the person at the screen.</param>
/// <param name="English">The same sentence in English.</param>
public sealed record Fault(string Code, string Chinese, string English)
{
    /// <summary>The code and the English sentence.</summary>
    public override string ToString() => $"{Code}: {English}";


    internal Fault InLine(string file, int line) =>
        this with { Chinese = $"{file} 第 {line} 行：{Chinese}", English = $"{file}, line {line}: {English}" };
}
