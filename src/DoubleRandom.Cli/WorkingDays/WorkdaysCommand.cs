using System.CommandLine;
using System.CommandLine.Parsing;
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
        var day = new Argument<DateOnly>("DATE") { Description = Words.Both("date"), CustomParser = ReadDay };
        var count = new Argument<int>("N") { Description = Words.Both("count"), CustomParser = ReadCount };
        var table = new Option<string?>("--holidays") { Description = Words.Both("holidays"), HelpName = "FILE" };
        var command = new Command("workdays", Words.Both("workdays")) { day, count, table };
        command.SetAction(line => Answer(line, line.GetValue(day), line.GetValue(count), line.GetValue(table)));
        return command;
    }

    private static int Answer(ParseResult line, DateOnly day, int count, string? table)
    {
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

    private static DateOnly ReadDay(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (!DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            argument.AddError(Words.Both("date-wrong", text));
        }

        return day;
    }

    private static int ReadCount(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
        {
            argument.AddError(Words.Both("count-wrong", text));
        }

        return count;
    }
}
