using System.CommandLine;
using System.Globalization;
using DoubleRandom.WorkingDays;

namespace DoubleRandom.Cli.WorkingDays;

/// <summary><c>doublerandom workdays DATE N</c>: the N-th working day after DATE [工作日推算].</summary>
internal static class WorkdaysCommand
{
    private const int LongestTable = 1 << 20;

    private static readonly Words Words = new(typeof(WorkdaysCommand));

    public static Command Make()
    {
        var day = new Argument<string>("DATE") { Description = Words.Both("date") };
        var count = new Argument<string>("N") { Description = Words.Both("count") };
        var table = new Option<string?>("--holidays") { Description = Words.Both("holidays"), HelpName = "FILE" };
        var command = new Command("workdays", Words.Both("workdays")) { day, count, table };
        command.SetAction(line => Answer(line, line.GetValue(day)!, line.GetValue(count)!, line.GetValue(table)));
        return command;
    }

    private static int Answer(ParseResult line, string dayText, string countText, string? table)
    {
        if (!DateOnly.TryParseExact(dayText, ["yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return line.Refuse(Words.Refuse("workdays.date", null, dayText));
        }

        if (!int.TryParse(countText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
        {
            return line.Refuse(Words.Refuse("workdays.count", null, countText));
        }

        var calendar = StatutoryCalendar.Product;
        if (table is not null)
        {
            if (Read(table) is var notice && notice.Refused(out var unreadable))
            {
                return line.Refuse(unreadable);
            }

            calendar = calendar.With(notice.Value);
        }

        if (calendar.WorkingDayAfter(day, count) is var answer && answer.Refused(out var refusal))
        {
            return line.Refuse(refusal);
        }

        var output = line.InvocationConfiguration;
        output.Output.WriteLine(answer.Value.ToString("O", CultureInfo.InvariantCulture));
        if (calendar.MayStillMove(answer.Value))
        {
            output.Error.WriteLine(Words.Both("may-still-move", answer.Value.Year + 1));
        }

        return ExitCode.Done;
    }

    private static Outcome<HolidayYear> Read(string table)
    {
        try
        {
            // A length of 0 is also that of pipes and devices, which have no end.
            if (new FileInfo(table) is { Exists: true, Length: > LongestTable or 0 } file)
            {
                return Words.Refuse("holidays.size", null, table, file.Length);
            }

            using var reader = new StreamReader(table);
            return HolidayTable.Read(reader);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Words.Refuse("holidays.unreadable", null, table);
        }
    }
}
