using System.Globalization;
using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Storage;

namespace DoubleRandom.WorkingDays;

/// <summary>Imports a year's notice [导入放假安排]; one of a known year takes the place of the former.</summary>
[PerRequest]
public sealed class ImportNotice(SupervisionDb db, TimeProvider clock)
{
    /// <summary>The notice. Refused: no right, and whatever <see cref="HolidayTable.Read"/> refuses; then nothing is written.</summary>
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

        var notice = read.Value;
        var text = HolidayTable.Write(notice);
        var former = await db.HolidayYears.FindAsync([notice.Year], stop);
        var before = former?.Table;
        if (former is null)
        {
            db.Add(new HolidayYearRow { Year = notice.Year, Table = text, ImportedAt = clock.Now(), ImportedBy = actor.Name });
        }
        else
        {
            (former.Table, former.ImportedAt, former.ImportedBy) = (text, clock.Now(), actor.Name);
        }

        var act = new Act("calendar.imported");
        db.Note(actor, act, nameof(HolidayYearRow), notice.Year.ToString(CultureInfo.InvariantCulture), new { before, after = text });
        return await db.CommitAsync(actor, act, stop) is { } lost ? lost : notice;
    }
}
