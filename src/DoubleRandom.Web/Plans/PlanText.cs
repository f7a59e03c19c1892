using DoubleRandom.Access;
using DoubleRandom.Plans;
using DoubleRandom.Plans.Reading;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Plans;

/// <summary>The words of all pages of planning, and the colours of its states.</summary>
public static class PlanText
{
    internal static readonly Words Words = new(typeof(PlanText));

    /// <summary>The colour of a plan's state.</summary>
    public static Tone Tone(PlanState state) => state == PlanState.Published ? Frame.Tone.Good : Frame.Tone.Warning;

    /// <summary>The colour of a task's state.</summary>
    public static Tone Tone(TaskState state) => state switch
    {
        TaskState.Drawn => Frame.Tone.Ongoing,
        TaskState.Completed => Frame.Tone.Good,
        TaskState.Planned => Frame.Tone.Warning,
        _ => Frame.Tone.Neutral,
    };

    /// <summary>The days of a task: 2026年4月1日至2026年6月30日.</summary>
    public static string Days(TaskLine task) => Words.Say("days.from-to", Say.Date(task.From), Say.Date(task.To));

    /// <summary>Names of departments, joined.</summary>
    public static string Names(IEnumerable<Department> departments) => string.Join(Words["comma"], departments.Select(d => d.Name));

    /// <summary>The address of a plan.</summary>
    public static string Href(string plan) => $"/plans/{plan}";

    /// <summary>The address of a task.</summary>
    public static string Href(string plan, string task) => $"/plans/{plan}/tasks/{task}";
}
