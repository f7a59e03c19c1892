using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws;

/// <summary>A place of a team that has to be filled anew [待补席位], asked for by one person and approved by another.</summary>
/// <param name="Draw">The draw's id in the record.</param>
/// <param name="Slot">The slot, e.g. <c>b00001/SC/1</c>.</param>
/// <param name="Reason">Why, as the record keeps it.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="AskedBy">Account of who asked, or null for the command line.</param>
/// <param name="AskedByName">Name of who asked.</param>
public sealed record PlaceToFill(string Draw, string Slot, string Reason, string Evidence, Guid? AskedBy, string AskedByName);

/// <summary>The draw's own order of substitutes [替补顺序], as the module that hands out visits asks it.</summary>
public interface ISubstitutionOrder
{
    /// <summary>Gives the place to the next in order and keeps that in the draw's record. Refused as <see cref="SubstituteInspector"/> refuses.</summary>
    Task<Outcome<Id<Inspector>>> FillAsync(Actor approver, PlaceToFill place, CancellationToken stop = default);
}

/// <summary>Asks the draw itself.</summary>
internal sealed class SubstitutionOrder(SupervisionDb db, SubstituteInspector substitution) : ISubstitutionOrder
{
    public async Task<Outcome<Id<Inspector>>> FillAsync(Actor approver, PlaceToFill place, CancellationToken stop = default)
    {
        // Who asked stands in the record as asker; that person's right was asked when the request was made.
        var asker = new Actor
        {
            Account = place.AskedBy,
            Name = place.AskedByName,
            Jurisdiction = approver.Jurisdiction,
            Posts = [new Post(Role.OfficeClerk, null)],
        };
        var filled = await substitution.RunAsync(asker, new Substitute(place.Draw, place.Slot, place.Reason, place.Evidence), approver, stop);
        return filled.Refused(out var no, out var number) ? no : await db.Inspectors.Where(i => i.Number == number).Select(i => i.Id).SingleAsync(stop);
    }
}
