using DoubleRandom.Plans.Reading;
using DoubleRandom.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Plans;

/// <summary>Registers annual plans and their acts.</summary>
public static class PlansModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddPlans(this IServiceCollection services) => services
        .AddScoped<PlanReader>()
        .AddScoped<PoolCounter>()
        .AddScoped<TaskRules>()
        .AddScoped<AddPlan>()
        .AddScoped<RenamePlan>()
        .AddScoped<AddTask>()
        .AddScoped<ChangeTask>()
        .AddScoped<CopyTask>()
        .AddScoped<RemoveTask>()
        .AddScoped<PublishPlan>()
        .AddScoped<WithdrawTask>()
        .AddScoped<IToDoSource, PlanToDos>();
}
