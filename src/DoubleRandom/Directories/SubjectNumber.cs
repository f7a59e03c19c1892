using System.Globalization;
using DoubleRandom.Storage;

namespace DoubleRandom.Directories;

/// <summary>The platform's own number [平台编号] for a subject that has neither credit code nor registration number: <c>D</c> and at least six digits.</summary>
internal static class SubjectNumber
{
    private const string Series = "subject";

    public static bool IsOne(string code) => code.Length is > 6 and < 16 && code[0] == 'D' && code.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    public static async Task<string> NextAsync(SupervisionDb db, Jurisdiction county, CancellationToken stop) =>
        "D" + (await NumberSeries.NextAsync(db, county, Series, stop)).ToString("000000", CultureInfo.InvariantCulture);
}
