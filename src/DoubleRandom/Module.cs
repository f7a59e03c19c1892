using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom;

/// <summary>
/// A module of the house [模块], as it declares itself. Its words beside the declaring type name its acts, its kinds of record, their members and
/// values for the trail (<c>act.item.published</c>, <c>kind.Item</c>, <c>field.Cap</c>); what it adds to the seams of other rooms stands in
/// <paramref name="Seams"/>; its own parts declare themselves by <see cref="PerRequestAttribute"/>, its rows by their mappings.
/// </summary>
/// <param name="Declares">The type that stands for the module.</param>
/// <param name="Seams">Registers what the module adds to the rooms before it: to-dos, names of records, imports, night work.</param>
public sealed record Module(Type Declares, Action<IServiceCollection>? Seams = null)
{
    /// <summary>What the trail calls what the module does and keeps.</summary>
    public Words Words { get; } = new(Declares);
}
