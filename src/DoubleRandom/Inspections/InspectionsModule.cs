using DoubleRandom.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Inspections;

/// <summary>Declares the recording, reviewing, publishing and correcting of results.</summary>
public static class InspectionsModule
{
    /// <summary>The module.</summary>
    public static Module Declared { get; } = new(typeof(InspectionsModule), services => services
        .AddScoped<IToDoSource, InspectionToDos>());
}
