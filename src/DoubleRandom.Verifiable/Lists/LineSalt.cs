using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Lists;

/// <summary>
/// The salt of one frozen line (行盐, A.3): it lets a single line be disclosed with an inclusion proof without exposing
/// its neighbours to guessing.
/// </summary>
public static class LineSalt
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 16;

    /// <summary>Sixteen bytes as hex, from the operator's secret of this draw, the kind of the file and the line's id.</summary>
    public static string Of<TLine>(Suite suite, Bytes32 saltMaster, string id)
        where TLine : class, IFrozenLine<TLine> =>
        suite.TaggedMac(saltMaster, "drdr/1/line-salt", TLine.Kind, id).ToString()[..(Length * 2)];
}
