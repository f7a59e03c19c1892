using DoubleRandom.Access;

namespace DoubleRandom.Decisions;

/// <summary>What became of a request.</summary>
public enum DecisionState
{
    /// <summary>Waits for whoever decides [待审批].</summary>
    Asked,

    /// <summary>Approved, and carried out in the same act [已批准].</summary>
    Approved,

    /// <summary>Not approved [未批准].</summary>
    Declined,

    /// <summary>Taken back by whoever asks for such things, before it was decided [已撤回].</summary>
    Withdrawn,
}

/// <summary>
/// What one person asks for and another decides [审批]: who asked and when, until when the head decides, who decided, when and why. Each kind of
/// request is a row of its own that adds what is asked for; this is the one place that says who is a second person.
/// </summary>
public abstract class Decision : EditableRow
{
    /// <summary>Account of who asked; null at the command line.</summary>
    public Guid? AskedBy { get; init; }

    /// <summary>Name of who asked.</summary>
    public required string AskedByName { get; init; }

    /// <summary>When. UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>
    /// The last day on which the head alone decides, Asia/Shanghai: the working day after the one on which it was asked. Afterwards his deputy or the
    /// leading group may. Null where the calendar does not know the year.
    /// </summary>
    public DateOnly? DecideBy { get; init; }

    /// <summary>What became of it.</summary>
    public DecisionState State { get; private set; }

    /// <summary>Account of who decided; null before, and for requests decided before accounts were kept.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Name of who decided, or null.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>When it was decided. UTC; null before.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was declined or withdrawn, or null.</summary>
    public string? DecisionNote { get; private set; }

    /// <summary>
    /// Refuses whoever may not decide: no right for that department, <c>decision.already-decided</c>, <c>decision.no-account</c>,
    /// <c>decision.asker-decides</c>, <c>decision.deputy-too-early</c>.
    /// </summary>
    /// <param name="actor">Who would decide.</param>
    /// <param name="right">The right that the decision takes.</param>
    /// <param name="department">The department for which it must be held.</param>
    /// <param name="today">Today, Asia/Shanghai.</param>
    public Refusal? Refuse(Actor actor, Right right, Department department, DateOnly today) => this switch
    {
        _ when !actor.May(right, department) && !actor.May(Right.Deputise, department) => actor.Refuse(right, department),
        { State: not DecisionState.Asked } => DecisionRefusals.AlreadyDecided(this),
        _ when actor.Account is null => DecisionRefusals.NoAccount(),
        _ when actor.Account == AskedBy => DecisionRefusals.AskerDecides(),
        _ when actor.May(right, department) || DecideBy < today => null,
        _ => DecisionRefusals.DeputyTooEarly(DecideBy),
    };

    /// <summary>Approved: in the same act as what was asked for.</summary>
    internal void Approve(Actor actor, DateTimeOffset at) => Decide(DecisionState.Approved, actor, at, null);

    /// <summary>Declined, with a note.</summary>
    internal void Decline(Actor actor, DateTimeOffset at, string note) => Decide(DecisionState.Declined, actor, at, note.Trim());

    /// <summary>Taken back, with a note.</summary>
    internal void Withdraw(Actor actor, DateTimeOffset at, string note) => Decide(DecisionState.Withdrawn, actor, at, note.Trim());

    private void Decide(DecisionState state, Actor actor, DateTimeOffset at, string? note) =>
        (State, DecidedBy, DecidedByName, DecidedAt, DecisionNote) = (state, actor.Account, actor.Name, at, note);
}
