using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Plans;

namespace DoubleRandom.Draws;

/// <summary>What a draw asks before it freezes its roster.</summary>
/// <param name="AsOf">The day, Asia/Shanghai.</param>
/// <param name="Tasks">The tasks to be drawn together.</param>
/// <param name="Items">Their items.</param>
/// <param name="Repeat">Set when subjects drawn earlier this year may be drawn again.</param>
public sealed record ExclusionQuestion(DateOnly AsOf, IReadOnlyList<PlanTask> Tasks, IReadOnlyList<Item> Items, RepeatGround? Repeat);

/// <summary>A subject that does not take part, or one of its items that is left out.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Reason">Reason code of the record, e.g. <c>drawn-this-year</c>.</param>
/// <param name="Item">Code of the item left out; null: the whole subject.</param>
public readonly record struct Exclusion(Id<Subject> Subject, string Reason, string? Item = null);

/// <summary>
/// Facts that keep subjects out of a draw [排除事实]. Modules that know such facts implement it and register themselves; the draw
/// asks all of them, in the order of their registration, and the first reason stands.
/// </summary>
public interface IExclusionSource
{
    /// <summary>The exclusions as of the day asked for, of any subjects; those outside the pool are ignored.</summary>
    Task<IReadOnlyList<Exclusion>> FindAsync(ExclusionQuestion question, CancellationToken stop);
}
