using System.Globalization;
using DoubleRandom.Access;
using DoubleRandom.Storage;

namespace DoubleRandom.Directories;

/// <summary>Human number of an inspector [人员编号]: department code and four digits, e.g. <c>SC0001</c>; it stays when he changes department.</summary>
internal static class InspectorNumber
{
    public static async Task<string> NextAsync(SupervisionDb db, Jurisdiction county, Department department, CancellationToken stop)
    {
        var number = await NumberSeries.NextAsync(db, county, "inspector-" + department.Code, stop);
        return department.Code + number.ToString("0000", CultureInfo.InvariantCulture);
    }
}
