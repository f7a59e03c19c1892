using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Inspections;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Assignments;

/// <summary>The words of all pages of visits and results, and the colours of their states.</summary>
public static class VisitText
{
    internal static readonly Words Words = new(typeof(VisitText));

    /// <summary>The colour of a visit's state.</summary>
    public static Tone Tone(VisitState state) => state switch
    {
        VisitState.Draft or VisitState.AwaitingReview => Frame.Tone.Ongoing,
        VisitState.Returned => Frame.Tone.Bad,
        VisitState.Published => Frame.Tone.Good,
        VisitState.Withdrawn => Frame.Tone.Neutral,
        _ => Frame.Tone.Warning,
    };

    /// <summary>The colour of a result, to clerks and to the public: a problem found, in order, or neither because the subject is not in business here.</summary>
    public static Tone Tone(ResultCode code) => code.Group() switch
    {
        ResultGroup.Normal => Frame.Tone.Good,
        ResultGroup.Problem => Frame.Tone.Bad,
        _ => Frame.Tone.Neutral,
    };

    /// <summary>The steps of a visit, and which one it is at.</summary>
    public static (IReadOnlyList<string> Titles, int Current) Steps(VisitState state) => (
        [Words["step.released"], Words["step.visit"], Words["step.record"], Words["step.review"], Words["step.published"]],
        state switch
        {
            VisitState.Pending => 1,
            VisitState.Draft or VisitState.Returned => 2,
            VisitState.AwaitingReview => 3,
            VisitState.Withdrawn => 1,
            _ => 5,
        });

    /// <summary>Until when: the end of the task before completion, the 20th working day after it, or why that is not known.</summary>
    public static (string Text, Tone Tone) Due(VisitLine visit, Deadline deadline, DateOnly today) => visit.State is VisitState.Published or VisitState.Withdrawn
        ? (Say.None, Frame.Tone.Neutral)
        : deadline.Unknown is { } unknown ? (Say.It(unknown), Frame.Tone.Warning)
        : deadline.On is { } due ? Dated("due.publish", due, today)
        : Dated("due.inspect", visit.To, today);

    /// <summary>The day that <see cref="Due"/> tells, or null where none is known or none runs any more.</summary>
    public static DateOnly? DueOn(VisitLine visit, Deadline deadline) =>
        visit.State is VisitState.Published or VisitState.Withdrawn || deadline.Unknown is not null ? null : deadline.On ?? visit.To;

    /// <summary>Names of departments by their codes, joined.</summary>
    public static string Names(IEnumerable<string> departments) => string.Join(Words["comma"], departments.Select(code => Department.Parse(code, null).Name));

    /// <summary>The address of a visit, or of a page below it.</summary>
    public static string Href(Id<Visit> visit, string below = "") => below.Length == 0 ? $"/visits/{visit}" : $"/visits/{visit}/{below}";

    private static (string Text, Tone Tone) Dated(string key, DateOnly due, DateOnly today) => due < today
        ? (Words.Say(key + ".late", Say.Date(due), today.DayNumber - due.DayNumber), Frame.Tone.Bad)
        : (Words.Say(key, Say.Date(due)), due.DayNumber - today.DayNumber <= 5 ? Frame.Tone.Warning : Frame.Tone.Neutral);
}
