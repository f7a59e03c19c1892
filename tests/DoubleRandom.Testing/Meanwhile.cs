using DoubleRandom.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Testing;

/// <summary>Lets something happen in the middle of a request, as a second request does.</summary>
public static class Meanwhile
{
    /// <summary>After everything was read for the request's n-th save (from 1), and before it is written.</summary>
    public static void BeforeSave(this IServiceProvider request, int nth, Func<Task> meanwhile)
    {
        var saves = 0;
        request.GetRequiredService<SupervisionDb>().SavingChanges += (_, _) =>
        {
            if (++saves == nth)
            {
                Task.Run(meanwhile).GetAwaiter().GetResult();
            }
        };
    }
}
