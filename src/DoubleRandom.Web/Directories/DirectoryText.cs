using System.Globalization;
using DoubleRandom.Access;
using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Web.Forms;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Imports;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Directories;

/// <summary>The words of the pages of both directories, the colours of their states, and their downloads.</summary>
public static class DirectoryText
{
    internal static readonly Words Words = new(typeof(DirectoryText));

    /// <summary>The values of a closed list as choices of a field.</summary>
    public static IReadOnlyList<Choice> Choices<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), DirectoryWords.Of(value)))];

    /// <summary>The towns of a county as choices of a field.</summary>
    public static IReadOnlyList<Choice> Towns(Jurisdiction county) => [.. Town.Of(county).Select(town => new Choice(town.Code, town.Name))];

    /// <summary>The colour of a registration state.</summary>
    public static Tone Tone(RegistrationState state) => state switch
    {
        RegistrationState.InBusiness => Frame.Tone.Good,
        RegistrationState.LicenceRevoked or RegistrationState.RegistrationRevoked => Frame.Tone.Bad,
        _ => Frame.Tone.Neutral,
    };

    /// <summary>The colour of a risk class.</summary>
    public static Tone Tone(RiskClass risk) => risk switch
    {
        RiskClass.A => Frame.Tone.Good,
        RiskClass.B => Frame.Tone.Ongoing,
        RiskClass.C => Frame.Tone.Warning,
        RiskClass.D => Frame.Tone.Bad,
        _ => Frame.Tone.Neutral,
    };

    /// <summary>The colour of a state of duty.</summary>
    public static Tone Tone(DutyState duty) => duty switch
    {
        DutyState.OnDuty => Frame.Tone.Good,
        DutyState.Retired or DutyState.Transferred => Frame.Tone.Neutral,
        _ => Frame.Tone.Warning,
    };

    /// <summary>The address of a subject.</summary>
    public static string Href(Id<Subject> id) => $"/subjects/{id}";

    /// <summary>The address of an inspector.</summary>
    public static string Href(Id<Inspector> id) => $"/inspectors/{id}";

    /// <summary>Values joined, or nothing.</summary>
    public static string Join(IEnumerable<string> values) => string.Join(Words["comma"], values);

    /// <summary>What an address asks of the directory of subjects.</summary>
    public static SubjectQuery Subjects(PageQuery query) => new()
    {
        Text = query["q"],
        Towns = query.All("town"),
        Kinds = Choice.ChosenAll<SubjectKind>(query.All("kind")),
        Industry = query["industry"],
        States = Choice.ChosenAll<RegistrationState>(query.All("state")),
        Risks = Choice.ChosenAll<RiskClass>(query.All("risk")),
        Tag = query["tag"],
        Sort = query.Sort,
        Descending = query.Descending,
        Page = query.Page,
    };

    /// <summary>What an address asks of the directory of inspectors.</summary>
    public static InspectorQuery Inspectors(PageQuery query) => new()
    {
        Text = query["q"],
        Department = Department.TryParse(query["department"], null, out var department) ? department : null,
        Duty = Choice.Chosen<DutyState>(query["duty"]),
        Qualification = query["qualification"],
        ExpiringBefore = DateOnly.TryParse(query["before"], CultureInfo.InvariantCulture, out var day) ? day : null,
        Sort = query.Sort,
        Descending = query.Descending,
        Page = query.Page,
    };

    /// <summary>The columns of the directory of subjects, by the keys that its workbook knows too.</summary>
    internal static Columns SubjectColumns(PageQuery query) => new(
        query,
        new("name", Words["subject.name"]) { Sorts = true, Leads = true },
        new("code", Words["code"]) { Sorts = true },
        new("kind", Words["kind"]),
        new("town", Words["town"]) { Sorts = true },
        new("industry", Words["industry"]),
        new("state", Words["state"]),
        new("risk", Words["risk"]) { Sorts = true },
        new("tags", Words["tags"]));

    /// <summary>The columns of the directory of inspectors, by the keys that its workbook knows too.</summary>
    internal static Columns InspectorColumns(PageQuery query) => new(
        query,
        new("number", Words["number"]) { Sorts = true },
        new("name", Words["inspector.name"]) { Sorts = true, Leads = true },
        new("department", Words["department"]),
        new("certificate", Words["certificate"]),
        new("until", Words["until"]) { Sorts = true },
        new("qualifications", Words["qualifications"]),
        new("lead", Words["lead"]),
        new("duty", Words["duty"]));

    /// <summary>Maps <c>GET /subjects/export</c> and <c>GET /inspectors/export</c>: what the lists show under the same filters and columns.</summary>
    public static void MapDirectories(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/subjects/export", async (HttpContext http, SubjectReader subjects) =>
        {
            using var file = new MemoryStream();
            var query = PageQuery.Of(http.Request);
            await subjects.ExportAsync(file, Subjects(query), query.All(PageQuery.ColumnKey), http.RequestAborted);
            return Results.File(file.ToArray(), ImportText.Workbook, ImportText.Of(SubjectImport.Fills) + ".xlsx");
        }).WithMetadata(new RightsAttribute(Right.ReadRegisters)).RequireAuthorization();
        routes.MapGet("/inspectors/export", async (HttpContext http, InspectorReader inspectors) =>
        {
            using var file = new MemoryStream();
            var query = PageQuery.Of(http.Request);
            await inspectors.ExportAsync(file, Inspectors(query), query.All(PageQuery.ColumnKey), http.RequestAborted);
            return Results.File(file.ToArray(), ImportText.Workbook, ImportText.Of(InspectorImport.Fills) + ".xlsx");
        }).WithMetadata(new RightsAttribute(Right.ReadRegisters)).RequireAuthorization();
    }
}
