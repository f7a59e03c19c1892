using System.Globalization;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Draws;

/// <summary>The draw that an address asks to preview: tasks and settings, never subjects.</summary>
public static class WishQuery
{
    /// <summary>The wish of an address; null while no task is chosen.</summary>
    public static DrawWish? Of(PageQuery query)
    {
        var settings = new DrawSettings();
        return query.All("tasks") is not { Count: > 0 } tasks ? null : new DrawWish(tasks)
        {
            Guests = Guests(query["guests"]),
            Beacon = Choice.Chosen<BeaconSource>(query["beacon"]) is { } source ? new(source, query["round"] ?? "") : null,
            Repeat = Choice.Chosen<RepeatGround>(query["repeat"]),
            Settings = settings with
            {
                LeadPlaces = Number(query["lead"], settings.LeadPlaces),
                OtherPlaces = Number(query["others"], settings.OtherPlaces),
                BundleMax = Number(query["bundle"], settings.BundleMax),
                Batches = Number(query["batches"], settings.Batches),
                OpenBy = DateOnly.TryParseExact(query["open-by"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            },
        };
    }

    /// <summary>Whom guests stand for, parted by commas.</summary>
    public static IReadOnlyList<string> Guests(string? typed) =>
        [.. (typed ?? "").Split(['、', ',', '，', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A number that is none is left for the use case to refuse.</summary>
    public static int Number(string? text, int normal) =>
        string.IsNullOrEmpty(text) ? normal : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
