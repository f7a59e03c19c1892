namespace DoubleRandom.Access;

/// <summary>Which role carries which rights: the one table the whole platform asks.</summary>
public static class RoleRights
{
    private static readonly Dictionary<Role, HashSet<Right>> Table = new()
    {
        [Role.OfficeClerk] =
        [
            Right.ReadRegisters, Right.EditSubjects, Right.SeePersonalData, Right.EditPlans, Right.PublishPlans,
            Right.HoldDraws, Right.ReadSealedDraws, Right.ReleaseVisits, Right.ReadVisits, Right.AskSubstitution, Right.ManageCalendar,
        ],
        [Role.DepartmentClerk] =
        [
            Right.ReadRegisters, Right.EditItems, Right.EditSubjects, Right.EditInspectors, Right.SeePersonalData, Right.EditPlans,
            Right.ReadVisits, Right.AskSubstitution, Right.RecordResults,
        ],
        [Role.DepartmentHead] =
        [
            Right.ReadRegisters, Right.PublishItems, Right.ApproveDraws, Right.ReadVisits, Right.ApproveSubstitution,
            Right.ReviewResults,
        ],
        [Role.Inspector] = [Right.ReadVisits, Right.RecordResults, Right.AskSubstitution],
        [Role.Reviewer] = [Right.ReadRegisters, Right.ReadVisits, Right.ReviewResults],
        [Role.Auditor] = [Right.ReadRegisters, Right.ReadSealedDraws, Right.ReadVisits, Right.ReadAudit],
        [Role.Administrator] = [Right.ManageAccounts, Right.ManageCalendar],
        [Role.DeputyHead] = [Right.ReadRegisters, Right.ReadVisits, Right.Deputise],
        [Role.LeadingGroup] = [Right.ReadRegisters, Right.ReadVisits, Right.Deputise],
    };

    /// <summary>Whether the role carries the right.</summary>
    public static bool Carries(this Role role, Right right) => Table[role].Contains(right);

    /// <summary>The roles that carry the right, for the sentence that refuses.</summary>
    public static IEnumerable<Role> Carrying(Right right) => Table.Where(row => row.Value.Contains(right)).Select(row => row.Key);
}
