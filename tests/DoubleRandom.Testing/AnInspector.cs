using DoubleRandom.Access;
using DoubleRandom.Directories;

namespace DoubleRandom.Testing;

/// <summary>An inspector with lawful defaults, written through the product.</summary>
public sealed class AnInspector(string department, string certificate)
{
    private InspectorContent content = new()
    {
        Name = "玉罕",
        Department = Department.Parse(department, null),
        Certificate = certificate,
        CertificateUntil = new DateOnly(2028, 12, 31),
        Qualifications = ["食品检查员"],
        MayLead = true,
    };

    /// <summary>The content as it would be written.</summary>
    public InspectorContent Content => content;

    /// <summary>An inspector of that department with that certificate.</summary>
    public static AnInspector Of(string department, string certificate) => new(department, certificate);

    /// <summary>The same with something else in it.</summary>
    public AnInspector With(Func<InspectorContent, InspectorContent> change)
    {
        content = change(content);
        return this;
    }

    /// <summary>Asks the product to add him.</summary>
    public Task<Outcome<Id<Inspector>>> TryAsync(TestCounty county) =>
        county.AskAsync((AddInspector a) => a.RunAsync(TestCounty.As(Role.DepartmentClerk, department), content));

    /// <summary>Adds him.</summary>
    public async Task<Inspector> AddedAsync(TestCounty county)
    {
        var id = await TryAsync(county);
        return (await county.AskAsync((InspectorReader r) => r.FindAsync(id.Value)))!.Inspector;
    }
}
