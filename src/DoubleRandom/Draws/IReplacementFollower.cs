using DoubleRandom.Access;
using DoubleRandom.Directories;

namespace DoubleRandom.Draws;

/// <summary>A drawn subject that is about to be replaced for a task, or to get another team [被替换对象].</summary>
/// <param name="Draw">The draw's id in the record.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Subject">The subject that leaves.</param>
/// <param name="Reason">Why, as the record keeps it.</param>
/// <param name="Task">The task that it leaves; null when it leaves all of them.</param>
/// <param name="Items">Items of that task; empty when it leaves all of them.</param>
public sealed record LeavingSubject(string Draw, int Attempt, Id<Subject> Subject, string Reason, string? Task, IReadOnlyList<string> Items);

/// <summary>What a later module has to do when a drawn subject is replaced [替换的后续]: it may refuse, else its changes are kept by the same commit.</summary>
public interface IReplacementFollower
{
    /// <summary>Null, or why the subject can no longer be replaced.</summary>
    Task<Refusal?> FollowAsync(Actor actor, LeavingSubject leaving, CancellationToken stop = default);
}
