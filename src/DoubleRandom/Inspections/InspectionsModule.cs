using DoubleRandom.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Inspections;

/// <summary>Registers the recording, reviewing, publishing and correcting of results.</summary>
public static class InspectionsModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddInspections(this IServiceCollection services) => services
        .AddScoped<Publishing>()
        .AddScoped<RecordResult>()
        .AddScoped<ReviewResult>()
        .AddScoped<CorrectResult>()
        .AddScoped<InspectionReader>()
        .AddScoped<CorrectionReader>()
        .AddScoped<NoticeReader>()
        .AddScoped<IToDoSource, InspectionToDos>();
}
