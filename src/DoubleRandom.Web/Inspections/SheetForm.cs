using System.Globalization;
using DoubleRandom.Assignments;
using DoubleRandom.Inspections;
using DoubleRandom.Items;
using DoubleRandom.Web.Forms;

namespace DoubleRandom.Web.Inspections;

/// <summary>The form of a result sheet: its fields are numbered by the items' order, <c>Codes-0</c> is the first item's.</summary>
internal static class SheetForm
{
    /// <summary>What was typed, whatever it is: the rules speak later.</summary>
    public static WrittenResult Read(IFormCollection form, VisitDetail visit) => new(
        new ResultSheet
        {
            VisitedOn = Day(form, "VisitedOn"),
            CompletedOn = Day(form, "CompletedOn"),
            WhyLate = Text(form, "WhyLate"),
            Methods = Choice.ChosenAll<InspectionMethod>(form["Methods"]),
            Items = [.. visit.Items.Select((item, at) => Line(form, item.Code, at))],
            Officers = [.. form["Officers"].OfType<string>().Select(number => new OfficerSignature(number, Day(form, "SignedOn-" + number)))],
            RepresentativeSignedOn = Text(form, "Representative").Length == 0 ? null : Day(form, "RepresentativeSignedOn"),
            WhyUnsigned = Text(form, "WhyUnsigned"),
            LeaderOpinion = Text(form, "LeaderOpinion"),
            LeaderSignedOn = Day(form, "LeaderSignedOn"),
        },
        Text(form, "Representative"));

    /// <summary>The version that the form was filled from.</summary>
    public static Guid Seen(IFormCollection form) => Guid.TryParse(form["Version"], out var version) ? version : Guid.Empty;

    private static ItemFinding Line(IFormCollection form, string item, int at) => new(
        item,
        Choice.Chosen<ItemAnswer>(form[$"Answer-{at}"]) ?? ItemAnswer.Open,
        [.. form[$"Codes-{at}"].Select(ResultCodes.Find).OfType<ResultCode>()],
        Text(form, $"Found-{at}"),
        Choice.ChosenAll<Disposal>(form[$"Disposals-{at}"]),
        Text(form, $"Note-{at}"),
        Text(form, $"WhyNot-{at}"));

    private static string Text(IFormCollection form, string field) => form[field].ToString().Trim();

    private static DateOnly? Day(IFormCollection form, string field) =>
        DateOnly.TryParseExact(form[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
