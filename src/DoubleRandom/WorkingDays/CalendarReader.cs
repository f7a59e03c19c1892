using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.WorkingDays;

/// <summary>A year's holidays as the calendar page lists them.</summary>
/// <param name="Holidays">The year with its days off and make-up days.</param>
/// <param name="ImportedAt">When it was imported; null for one that came with the product.</param>
/// <param name="ImportedBy">By whom.</param>
public sealed record HolidayLine(HolidayYear Holidays, DateTimeOffset? ImportedAt, string? ImportedBy);

/// <summary>The working days that count now: the notices of the product, with those imported on this machine in their place.</summary>
[PerRequest]
public sealed class CalendarReader(SupervisionDb db)
{
    private StatutoryCalendar? calendar;

    /// <summary>The calendar; read once for a request. Deadlines are computed from it anew, so an import moves the open ones.</summary>
    public async Task<StatutoryCalendar> NowAsync(CancellationToken stop = default) =>
        calendar ??= (await ImportedAsync(stop)).Aggregate(StatutoryCalendar.Product, (known, row) => known.With(Read(row)));

    /// <summary>The holidays of every year known, newest first.</summary>
    public async Task<IReadOnlyList<HolidayLine>> HolidaysAsync(CancellationToken stop = default)
    {
        var imported = await ImportedAsync(stop);
        return [.. HolidayTable.OfTheProduct().Where(year => !imported.Exists(row => row.Year == year.Year)).Select(year => new HolidayLine(year, null, null))
            .Concat(imported.Select(row => new HolidayLine(Read(row), row.ImportedAt, row.ImportedBy)))
            .OrderByDescending(line => line.Holidays.Year)];
    }

    private Task<List<HolidayYearRow>> ImportedAsync(CancellationToken stop) => db.HolidayYears.AsNoTracking().OrderBy(y => y.Year).ToListAsync(stop);

    private static HolidayYear Read(HolidayYearRow row)
    {
        using var table = new StringReader(row.Table);
        return HolidayTable.Read(table).Value;
    }
}
