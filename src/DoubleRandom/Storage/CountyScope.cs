using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Storage;

/// <summary>Asks a part of the product outside any request [单次作业范围].</summary>
public static class CountyScope
{
    /// <summary>Asks the part in a scope of its own, over the rows of one county.</summary>
    public static async Task<T> AskAsync<TPart, T>(this IServiceScopeFactory scopes, Jurisdiction county, Func<TPart, Task<T>> ask)
        where TPart : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(county);
        return await ask(scope.ServiceProvider.GetRequiredService<TPart>());
    }
}
