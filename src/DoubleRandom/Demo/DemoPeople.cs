using DoubleRandom.Access;

namespace DoubleRandom.Demo;

/// <summary>An account that was created, with the password to be told once.</summary>
/// <param name="UserName">The name it signs in with.</param>
/// <param name="Who">What it is.</param>
/// <param name="Password">The one-time password, or a standing witness's passphrase.</param>
public sealed record ToldOnce(string UserName, string Who, string Password);

/// <summary>The accounts of the demo county: one of every role.</summary>
internal sealed class DemoPeople : IDemoStep
{
    internal static readonly Words Words = new(typeof(DemoPeople));

    /// <summary>The accounts that exist before the directories: office, departments, auditor, administrator.</summary>
    public static IReadOnlyList<NewAccount> Offices { get; } =
    [
        An("admin", Role.Administrator),
        An("office", Role.OfficeClerk),
        An("office2", Role.OfficeClerk),
        An("sc-clerk", Role.DepartmentClerk, "SC"),
        An("sc-head", Role.DepartmentHead, "SC"),
        An("sc-reviewer", Role.Reviewer, "SC"),
        An("ny-clerk", Role.DepartmentClerk, "NY"),
        An("ny-head", Role.DepartmentHead, "NY"),
        An("ny-reviewer", Role.Reviewer, "NY"),
        An("auditor", Role.Auditor),
    ];

    /// <summary>The account of an inspector of the directory.</summary>
    public static NewAccount OfInspector(string number, string name, Department department) =>
        new(number.ToLowerInvariant(), name, [new Post(Role.Inspector, department)], number);

    /// <summary>What a person is called in the list that is told once.</summary>
    public static string Called(NewAccount account) => account.InspectorNumber is null ? account.Name : Words.InChinese("inspector", account.Name);

    /// <summary>Makes those that exist before the directories.</summary>
    public async Task RunAsync(DemoStage demo, CancellationToken stop)
    {
        foreach (var account in Offices)
        {
            await demo.TellAsync(account, stop);
        }
    }

    private static NewAccount An(string userName, Role role, string department = "") =>
        new(userName, Words.InChinese(userName), [new Post(role, department.Length == 0 ? null : Department.Parse(department, null))]);
}
