using DoubleRandom.Access;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Audit;

/// <summary>Declares the room of the trail of acts.</summary>
public static class AuditRoom
{
    private static readonly Words Words = new(typeof(AuditRoom));

    /// <summary>The room.</summary>
    public static WebRoom Declared { get; } = new()
    {
        Menu = [new(MenuPart.House, 30, () => Words["trail"], "/trail", Right.ReadAudit)],
        Adds = services => services.AddScoped<NamedTrail>().AddHostedService<NightWatch>(),
        Maps = (routes, _) => routes.MapTrail(),
    };
}
