using DoubleRandom.Access;
using DoubleRandom.Imports;

namespace DoubleRandom.Directories;

/// <summary>Whether an inspector is at hand [在岗状态]; only those on duty are matched.</summary>
public enum DutyState
{
    /// <summary>在岗.</summary>
    OnDuty,

    /// <summary>请假.</summary>
    OnLeave,

    /// <summary>借调.</summary>
    Seconded,

    /// <summary>培训.</summary>
    InTraining,

    /// <summary>退休.</summary>
    Retired,

    /// <summary>调离.</summary>
    Transferred,
}

/// <summary>One entry of the directory of inspectors [执法检查人员, R5]: certificate, qualifications, specialties, items he may inspect.</summary>
[StoredKind("Inspector")]
public sealed class Inspector : ImportableRow
{
    /// <summary>Its id.</summary>
    public required Id<Inspector> Id { get; init; }

    /// <summary>Human number, department code and four digits, e.g. <c>SC0012</c>; draw records carry it.</summary>
    public required string Number { get; init; }

    /// <summary>Name, at most 64 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Department [所属部门].</summary>
    public Department Department { get; private set; }

    /// <summary>Enforcement certificate [执法证号], unique in the county.</summary>
    public string Certificate { get; private set; } = "";

    /// <summary>Last day on which the certificate is valid.</summary>
    public DateOnly CertificateUntil { get; private set; }

    /// <summary>Qualifications [执法资质].</summary>
    public List<string> Qualifications { get; private set; } = [];

    /// <summary>Specialties [业务专长].</summary>
    public List<string> Specialties { get; private set; } = [];

    /// <summary>Codes of the items he may inspect [可检查事项]; empty: all of his department.</summary>
    public List<string> ItemScope { get; private set; } = [];

    /// <summary>Nine-digit codes of the towns he works in [所属区域]; empty: the whole county.</summary>
    public List<string> Towns { get; private set; } = [];

    /// <summary>Whether he may lead a team [可任组长].</summary>
    public bool MayLead { get; private set; }

    /// <summary>Whether he is at hand.</summary>
    public DutyState Duty { get; private set; }

    /// <summary>What his entry says when it is made.</summary>
    public required InspectorContent Says
    {
        init => Rewrite(value);
    }

    /// <summary>Says from now on what somebody has written.</summary>
    public void Rewrite(InspectorContent content)
    {
        (Name, Department, Certificate, CertificateUntil) = (content.Name, content.Department, content.Certificate, content.CertificateUntil);
        (Qualifications, Specialties) = ([.. content.Qualifications], [.. content.Specialties]);
        (ItemScope, Towns, MayLead, Duty) = ([.. content.ItemScope], [.. content.Towns], content.MayLead, content.Duty);
    }
}

/// <summary>A leave of an inspector [请假]: from and to are both days of absence.</summary>
[StoredKind("Leave")]
public sealed class Leave : EditableRow
{
    /// <summary>Its id.</summary>
    public required Id<Leave> Id { get; init; }

    /// <summary>Who is away.</summary>
    [PartOf(typeof(Inspector))]
    public required Id<Inspector> Inspector { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>A recusal [回避, R35]: this inspector does not inspect this subject.</summary>
[StoredKind("Recusal")]
public sealed class Recusal : EditableRow
{
    /// <summary>Its id.</summary>
    public required Id<Recusal> Id { get; init; }

    /// <summary>Who withdraws.</summary>
    [PartOf(typeof(Inspector))]
    public required Id<Inspector> Inspector { get; init; }

    /// <summary>From whom.</summary>
    public required Id<Subject> Subject { get; init; }

    /// <summary>The interest declared.</summary>
    public required string Reason { get; init; }

    /// <summary>Day of the declaration.</summary>
    public required DateOnly DeclaredOn { get; init; }
}
