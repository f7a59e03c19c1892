using DoubleRandom.Web.Access;
using DoubleRandom.Web.Assignments;
using DoubleRandom.Web.Audit;
using DoubleRandom.Web.Ceremony;
using DoubleRandom.Web.Directories;
using DoubleRandom.Web.Draws;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Imports;
using DoubleRandom.Web.Items;
using DoubleRandom.Web.Log;
using DoubleRandom.Web.Pages;
using DoubleRandom.Web.Plans;
using DoubleRandom.Web.Portal;
using DoubleRandom.Web.Verifying;
using DoubleRandom.Web.WorkingDays;

namespace DoubleRandom.Web;

/// <summary>The web's table of contents: every room of pages that declares something, in the order of the work.</summary>
public static class WebRooms
{
    private static readonly WebRoom[] All =
    [
        AuditRoom.Declared,
        AccessRoom.Declared,
        LogRoom.Declared,
        ImportsRoom.Declared,
        ItemsRoom.Declared,
        DirectoriesRoom.Declared,
        WorkingDaysRoom.Declared,
        PlansRoom.Declared,
        DrawsRoom.Declared,
        VerifyingRoom.Declared,
        AssignmentsRoom.Declared,
        PortalRoom.Declared,
        CeremonyRoom.Declared,
        HomeRoom.Declared,
    ];

    /// <summary>Adds what the rooms declare: their parts and their entries in the menu.</summary>
    public static void AddRooms(this IServiceCollection services)
    {
        foreach (var room in All)
        {
            room.Adds?.Invoke(services);
            foreach (var entry in room.Menu)
            {
                services.AddSingleton(entry);
            }
        }
    }

    /// <summary>Maps their addresses.</summary>
    public static void MapRooms(this IEndpointRouteBuilder routes, Jurisdiction county)
    {
        foreach (var room in All)
        {
            room.Maps?.Invoke(routes, county);
        }
    }
}
