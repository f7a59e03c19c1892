using DoubleRandom.Access;
using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Draws;

/// <summary>Every expected no of the draw, and its words.</summary>
internal static class DrawRefusals
{
    private const int LongestReason = 500;

    public static readonly Words Words = new(typeof(DrawRefusals));

    public static Refusal Of(string code, string? article, params object?[] gaps) => Words.Refuse(code, article, gaps);

    /// <summary>A no of the record format, in its own words.</summary>
    public static Refusal Of(Fault fault) => new($"record.{fault.Code}", fault.Chinese, fault.English);

    /// <summary>A no whose one gap is what still waits, each thing a sentence of its own.</summary>
    public static Refusal TooEarly(IReadOnlyList<Refusal> waits) => new(
        "draw.opening-too-early",
        Words.InChinese("draw.opening-too-early", string.Join('；', waits.Select(w => w.Because))),
        Words.InEnglish("draw.opening-too-early", string.Join("; ", waits.Select(w => w.InEnglish))));

    /// <summary>Refuses (<c>draw.reason</c>) what is no reason: nothing, more than 500 characters, or control characters other than line breaks.</summary>
    public static Refusal? Unfit(string reason) =>
        reason.Trim().Length is 0 or > LongestReason || reason.Any(c => char.IsControl(c) && c != '\n' && c != '\r')
            ? Of("draw.reason", null, LongestReason).At("Reason")
            : null;

    /// <summary>Refuses when no second person with the right approves: not the actor, not the draw's operator.</summary>
    public static Refusal? SecondPerson(Actor actor, Actor? approver, Right right, Guid? @operator)
    {
        if (approver is null)
        {
            return Of("draw.approval-missing", null).At("Approver");
        }

        if (approver.Account is null || approver.Account == actor.Account || approver.Account == @operator)
        {
            return Of("draw.same-person", null, approver.Name).At("Approver");
        }

        return approver.Jurisdiction != actor.Jurisdiction || approver.Refuse(right) is not null
            ? Of("draw.approver-has-no-right", null, approver.Name).At("Approver")
            : null;
    }
}
