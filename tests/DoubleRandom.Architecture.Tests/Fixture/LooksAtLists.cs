using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Frame.Fixture;

/// <summary>Looks from the frame at the lists that stand in it, so that the guard is seen to fail in the web.</summary>
internal static class LooksAtLists
{
    public static bool AreThere(Columns? columns) => columns is not null;
}
