namespace DoubleRandom.WorkingDays;

/// <summary>Declares the calendar of working days.</summary>
public static class WorkingDaysModule
{
    /// <summary>The module.</summary>
    public static Module Declared { get; } = new(typeof(WorkingDaysModule));
}
