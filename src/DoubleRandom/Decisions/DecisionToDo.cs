using DoubleRandom.Reminders;

namespace DoubleRandom.Decisions;

/// <summary>Requests that wait for a person, as the home page shows them.</summary>
internal static class DecisionToDo
{
    /// <summary>The to-do of requests with these terms: the nearest is its day, those past are overdue.</summary>
    public static ToDo Of(string code, string title, IReadOnlyList<DateOnly?> decideBy, string href, DateOnly today) => new(code, title, decideBy.Count, href)
    {
        Due = decideBy.Min(),
        Overdue = decideBy.Count(day => day < today),
    };
}
