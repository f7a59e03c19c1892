using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Draws.Preparing;

/// <summary>What the salts of a draw's frozen lines follow from (A.3).</summary>
/// <param name="Suite">The suite of the county's log.</param>
/// <param name="Master">The draw's salt master, a secret of the operator; all zeros for a preview.</param>
internal sealed record LineSalts(Suite Suite, Bytes32 Master)
{
    /// <summary>The salt of a line, 16 bytes in hex.</summary>
    public string Of<TLine>(string id)
        where TLine : class, IFrozenLine<TLine> => LineSalt.Of<TLine>(Suite, Master, id);
}
