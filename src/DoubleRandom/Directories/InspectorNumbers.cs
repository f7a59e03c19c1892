using DoubleRandom.Access;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Directories;

/// <summary>Looks a number up in the directory of inspectors.</summary>
internal sealed class InspectorNumbers(SupervisionDb db) : IInspectorNumbers
{
    public Task<bool> HasAsync(string number, CancellationToken stop) => db.Inspectors.AnyAsync(i => i.Number == number, stop);
}
