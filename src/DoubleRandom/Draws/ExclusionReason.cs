using DoubleRandom.Access;
using DoubleRandom.Directories;

namespace DoubleRandom.Draws;

/// <summary>The reason codes by which frozen lists tell why somebody does not take part [排除原因代码].</summary>
public static class ExclusionReason
{
    /// <summary>Drawn earlier this calendar year (R8).</summary>
    public const string DrawnThisYear = "drawn-this-year";

    /// <summary>The organ's yearly cap is reached (R22).</summary>
    public const string OrganCap = "organ-cap";

    /// <summary>The inspector's certificate does not last through the inspections.</summary>
    public const string CertificateExpired = "certificate-expired";

    /// <summary>The inspector is on leave.</summary>
    public const string OnLeave = "on-leave";

    /// <summary>The inspector has to keep away from a subject of the team (R35).</summary>
    public const string Recusal = "recusal";

    /// <summary>The inspector is bound elsewhere.</summary>
    public const string OtherDuty = "other-duty";

    private static readonly Words Words = new(typeof(ExclusionReason));

    /// <summary>The reason as people read it, in the language of the request; an unknown code is shown as it is.</summary>
    public static string Say(string code) => Words.Find(code) ?? code;

    /// <summary>The reason of a decision as people read it.</summary>
    public static string Say(LeftOutReason reason) => Say(Of(reason));

    internal static string? Of(RegistrationState state) => state switch
    {
        RegistrationState.InBusiness => null,
        RegistrationState.Deregistered => "deregistered",
        RegistrationState.LicenceRevoked => "licence-revoked",
        RegistrationState.RegistrationRevoked => "registration-revoked",
        _ => "moved-out",
    };

    internal static string Of(LeftOutReason reason) => reason switch
    {
        LeftOutReason.PendingCase => "pending-case",
        LeftOutReason.Suspended => "suspended",
        LeftOutReason.SpecialInspection => "special-inspection",
        _ => "recognised-result",
    };

    internal static string? Of(DutyState duty) => duty switch
    {
        DutyState.OnDuty => null,
        DutyState.OnLeave => OnLeave,
        DutyState.Seconded => "seconded",
        DutyState.InTraining => "in-training",
        DutyState.Retired => "retired",
        _ => "transferred",
    };

    /// <summary>The name of a stratum: a risk class, or all subjects.</summary>
    public static string SayStratum(string stratum) => Words["stratum-" + (stratum.Length == 0 ? "all" : stratum)];

    internal static string NameOf(string department) => Department.TryFind(department, out var found) ? found.Name : department;
}
