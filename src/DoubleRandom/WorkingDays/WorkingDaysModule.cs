using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.WorkingDays;

/// <summary>Registers the calendar of working days.</summary>
public static class WorkingDaysModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddWorkingDays(this IServiceCollection services) => services
        .AddScoped<CalendarReader>()
        .AddScoped<ImportHolidays>();
}
