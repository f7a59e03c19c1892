using DoubleRandom.Access;
using DoubleRandom.Directories;

namespace DoubleRandom.Draws;

/// <summary>A place of a team that has to be filled anew [待补席位], with what the record says about it.</summary>
/// <param name="Draw">The draw's id in the record.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Slot">The slot, e.g. <c>b00001/SC/1</c>.</param>
/// <param name="Reason">Why, as the record keeps it.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="Approval">One text that names who asked and who approved.</param>
public sealed record PlaceToFill(string Draw, int Attempt, string Slot, string Reason, string Evidence, string Approval)
{
    /// <summary>Who is passed over though the directory shows nothing: was replaced in this draw before, each with the reason.</summary>
    public IReadOnlyList<Passed> NotAvailable { get; init; } = [];
}

/// <summary>
/// The draw's own order of substitutes [替补顺序]: fills a place with the next candidate at hand; whoever is passed over
/// carries the reason the directory gives (leave, duty, certificate, recusal).
/// </summary>
public interface ISubstitutionOrder
{
    /// <summary>
    /// Gives the place to the next in order: changes <see cref="TeamPlace.Holder"/> and adds the log entry, both kept by the
    /// caller's commit. Refused when the order is exhausted or the draw's record does not allow it.
    /// </summary>
    Task<Outcome<Id<Inspector>>> FillAsync(Actor actor, PlaceToFill place, CancellationToken stop = default);
}
