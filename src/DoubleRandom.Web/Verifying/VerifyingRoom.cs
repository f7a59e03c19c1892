using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Verifying;

/// <summary>Declares the room of the verifier in the browser.</summary>
public static class VerifyingRoom
{
    /// <summary>The room.</summary>
    public static WebRoom Declared { get; } = new()
    {
        Maps = (routes, _) => routes.MapVerify(),
    };
}
