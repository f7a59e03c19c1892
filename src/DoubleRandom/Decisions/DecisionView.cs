namespace DoubleRandom.Decisions;

/// <summary>What became of a request, as pages show it to both sides.</summary>
/// <param name="State">Asked, approved, declined or withdrawn.</param>
/// <param name="AskedBy">Name of who asked.</param>
/// <param name="AskedAt">When. UTC.</param>
/// <param name="DecideBy">The last day on which the head alone decides; null where the calendar does not know the year.</param>
/// <param name="DecidedBy">Name of who decided, or null.</param>
/// <param name="DecidedAt">When. UTC; null before.</param>
/// <param name="Note">Why it was declined or withdrawn, or null.</param>
/// <param name="Barred">Why the person who looks may not decide; null when he may.</param>
public sealed record DecisionView(
    DecisionState State, string AskedBy, DateTimeOffset AskedAt, DateOnly? DecideBy, string? DecidedBy, DateTimeOffset? DecidedAt, string? Note, Refusal? Barred)
{
    /// <summary>Whether it waits.</summary>
    public bool IsOpen => State == DecisionState.Asked;

    /// <summary>The view of a request.</summary>
    public static DecisionView Of(Decision request, Refusal? barred) => new(
        request.State, request.AskedByName, request.AskedAt, request.DecideBy, request.DecidedByName, request.DecidedAt, request.DecisionNote, barred);
}
