using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Checks;

/// <summary>A check's stable code and the claim it makes, in words for a citizen.</summary>
internal sealed record Claim(string Code, string Chinese, string English);

/// <summary>Collects findings in order; one draw's and attempt's findings carry their place.</summary>
internal sealed class Findings
{
    private readonly List<Check> all;
    private readonly string? drawId;
    private readonly int? attempt;

    public Findings()
        : this([], null, null)
    {
    }

    private Findings(List<Check> all, string? drawId, int? attempt) => (this.all, this.drawId, this.attempt) = (all, drawId, attempt);

    public IReadOnlyList<Check> All => all;

    public Findings For(string draw, int? number = null) => new(all, draw, number);

    public void Pass(Claim claim) => Add(claim, CheckStatus.Pass, claim.Chinese, claim.English);

    public void NotChecked(Claim claim) => Add(claim, CheckStatus.NotChecked, claim.Chinese, claim.English);

    public void Pending(Claim claim) => Add(claim, CheckStatus.Pending, claim.Chinese, claim.English);

    public void Fail(Claim claim, string chinese, string english) =>
        Add(claim, CheckStatus.Fail, $"不成立：{claim.Chinese}{chinese}", $"Does not hold: {claim.English} {english}");

    /// <summary>Passes when there is no fault; tells whether it passed.</summary>
    public bool Expect(Claim claim, Fault? fault)
    {
        if (fault is null)
        {
            Pass(claim);
        }
        else
        {
            Fail(claim, fault.Chinese, fault.English);
        }

        return fault is null;
    }

    /// <summary>Passes when the claim holds; tells whether it did.</summary>
    public bool Expect(Claim claim, bool holds, string chinese = "", string english = "")
    {
        if (holds)
        {
            Pass(claim);
        }
        else
        {
            Fail(claim, chinese, english);
        }

        return holds;
    }

    /// <summary>Passes when nothing offends; otherwise fails once and names the first offender.</summary>
    public bool ExpectNone(Claim claim, IEnumerable<string> offenders)
    {
        var first = offenders.FirstOrDefault();
        return Expect(claim, first is null, $"见 {first}。", $"See {first}.");
    }

    private void Add(Claim claim, CheckStatus status, string chinese, string english) =>
        all.Add(new Check(claim.Code, status, drawId, attempt, chinese, english.TrimEnd()));
}
