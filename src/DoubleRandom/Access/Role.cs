namespace DoubleRandom.Access;

/// <summary>What somebody is on this platform [角色]. Rights follow from role, department and county together.</summary>
public enum Role
{
    /// <summary>Clerk of the leading-group office [领导小组办公室]: organises plans and draws, never inspects (R20).</summary>
    OfficeClerk,

    /// <summary>Clerk of a department [部门经办人]: keeps its items, directories and tasks.</summary>
    DepartmentClerk,

    /// <summary>Head of a department [部门负责人]: approves what needs a second person.</summary>
    DepartmentHead,

    /// <summary>Inspector [执法检查人员]: sees and records the visits of his own.</summary>
    Inspector,

    /// <summary>Reviewer [审核员]: reviews results of his department; approval publishes.</summary>
    Reviewer,

    /// <summary>Auditor [监督员] of the justice bureau or discipline inspection: reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>System administrator [系统管理员]: accounts and calendar, no business.</summary>
    Administrator,

    /// <summary>Deputy of a department's head [部门副职]: decides what the head has not decided in time.</summary>
    DeputyHead,

    /// <summary>Member of the leading group [领导小组成员]: decides what a department's head has not decided in time, in any department.</summary>
    LeadingGroup,
}

/// <summary>One thing a person may do [权限].</summary>
public enum Right
{
    /// <summary>Read item list, directories, plans and draws.</summary>
    ReadRegisters,

    /// <summary>Change and import items of one's department.</summary>
    EditItems,

    /// <summary>Publish or retire items of one's department (R3, R21).</summary>
    PublishItems,

    /// <summary>Change and import subjects.</summary>
    EditSubjects,

    /// <summary>Change and import inspectors of one's department, their leave and recusals.</summary>
    EditInspectors,

    /// <summary>See personal data unmasked; each look is logged.</summary>
    SeePersonalData,

    /// <summary>Write plans and tasks.</summary>
    EditPlans,

    /// <summary>Publish the annual plan, withdraw a task before its draw (R9).</summary>
    PublishPlans,

    /// <summary>Hold a draw: preview, commit, contributions, seal, open, supplement.</summary>
    HoldDraws,

    /// <summary>Approve what a draw's operator may not decide alone: void, replacement.</summary>
    ApproveDraws,

    /// <summary>See drawn names before the record is opened; each look is logged.</summary>
    ReadSealedDraws,

    /// <summary>Hand drawn names to their teams: the visits appear at those who hold them.</summary>
    ReleaseVisits,

    /// <summary>Read visits: an inspector his own, a department those with its items, the office and auditors all.</summary>
    ReadVisits,

    /// <summary>Record the results of visits.</summary>
    RecordResults,

    /// <summary>Ask for the substitution of an inspector.</summary>
    AskSubstitution,

    /// <summary>Approve the substitution of an inspector.</summary>
    ApproveSubstitution,

    /// <summary>Review results; approval publishes.</summary>
    ReviewResults,

    /// <summary>Decide in the place of a department's head or reviewer, once the term in which these decide alone has passed.</summary>
    Deputise,

    /// <summary>Read the audit trail.</summary>
    ReadAudit,

    /// <summary>Create accounts, grant roles, reset passwords.</summary>
    ManageAccounts,

    /// <summary>Import the holiday notice of a year.</summary>
    ManageCalendar,
}
