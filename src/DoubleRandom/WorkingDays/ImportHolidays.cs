using System.Globalization;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;

namespace DoubleRandom.WorkingDays;

/// <summary>Imports a year's holidays [导入放假安排]; one of a known year takes the place of the former.</summary>
[PerRequest]
public sealed class ImportHolidays(SupervisionDb db, TimeProvider clock)
{
    /// <summary>The year as imported. Refused: no right, and whatever <see cref="HolidayTable.Read"/> refuses; then nothing is written.</summary>
    public async Task<Outcome<HolidayYear>> RunAsync(Actor actor, TextReader table, CancellationToken stop = default)
    {
        if (actor.Refuse(Right.ManageCalendar) is { } no)
        {
            return no;
        }

        var read = HolidayTable.Read(table);
        if (read.Refused(out _))
        {
            return read;
        }

        var holidays = read.Value;
        var text = HolidayTable.Write(holidays);
        var former = await db.HolidayYears.FindAsync([holidays.Year], stop);
        var before = former?.Table;
        if (former is null)
        {
            db.Add(new HolidayYearRow { Year = holidays.Year, Table = text, ImportedAt = clock.Now(), ImportedBy = actor.Name });
        }
        else
        {
            (former.Table, former.ImportedAt, former.ImportedBy) = (text, clock.Now(), actor.Name);
        }

        var act = new Act("calendar.imported");
        db.Note(actor, act, StoredKind.Of<HolidayYearRow>(), holidays.Year.ToString(CultureInfo.InvariantCulture), new { before, after = text });
        return await db.CommitAsync(actor, act, stop) is { } lost ? lost : holidays;
    }
}
