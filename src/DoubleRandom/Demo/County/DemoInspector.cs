using System.Globalization;

namespace DoubleRandom.Demo.County;

/// <summary>One row of the demo county's inspector directory [执法检查人员名录库].</summary>
/// <param name="Name">Name [姓名].</param>
/// <param name="Department">Department [所属部门], by its Chinese name.</param>
/// <param name="Certificate">Number of the enforcement certificate [执法证号], invented.</param>
/// <param name="ValidUntil">Its last day [证件有效期至].</param>
/// <param name="Qualifications">Qualifications [执法资质].</param>
/// <param name="Specialties">Specialties [业务专长].</param>
/// <param name="Items">Codes of the items he may check [可检查事项].</param>
/// <param name="Towns">Towns he works in [所属区域]; empty for the whole county.</param>
/// <param name="MayLead">Whether he may lead a team [可任组长].</param>
/// <param name="Availability">State of service [在岗状态].</param>
public sealed record DemoInspector(
    string Name,
    string Department,
    string Certificate,
    DateOnly ValidUntil,
    IReadOnlyList<string> Qualifications,
    IReadOnlyList<string> Specialties,
    IReadOnlyList<string> Items,
    IReadOnlyList<string> Towns,
    bool MayLead,
    string Availability)
{
    /// <summary>The cells in the order of the headers.</summary>
    public IReadOnlyList<string> Cells() =>
    [
        Name, Department, Certificate, ValidUntil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Several(Qualifications),
        Several(Specialties), Several(Items), Several(Towns), DemoLists.Of("lead")[MayLead ? 0 : 1], Availability,
    ];

    private static string Several(IReadOnlyList<string> values) => string.Join(DemoLists.Separator, values);
}
