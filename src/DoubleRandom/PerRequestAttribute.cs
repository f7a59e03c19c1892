using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom;

/// <summary>Marks a use case or a reader: made anew for each request or command, with whatever its constructor asks for [每次请求新建].</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PerRequestAttribute : Attribute
{
    /// <summary>Registers every marked class of an assembly under its own type.</summary>
    internal static void Register(IServiceCollection services, Assembly assembly)
    {
        foreach (var part in assembly.GetTypes().Where(type => type.IsDefined(typeof(PerRequestAttribute), inherit: false)))
        {
            services.AddScoped(part);
        }
    }
}
