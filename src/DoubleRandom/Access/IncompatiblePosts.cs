namespace DoubleRandom.Access;

/// <summary>
/// Posts that one account may not hold together [不相容岗位]: what one person writes another publishes, and whoever keeps the accounts or
/// supervises does no business (separation of duties as GB/T 22239-2019 asks of level 3).
/// </summary>
internal static class IncompatiblePosts
{
    /// <summary>Refuses (<c>post.conflicts</c>) the first pair that may not be held together.</summary>
    public static Refusal? Refuse(IReadOnlyList<Post> posts) => (
        from first in posts
        from second in posts
        where first.Role < second.Role && Conflict(first, second)
        select AccountKeeping.Say("post.conflicts", null, first.Role, second.Role).At("Role")).FirstOrDefault();

    private static bool Conflict(Post first, Post second) =>
        StandsAlone(first.Role) || StandsAlone(second.Role)
        || ((first.Role, second.Role) is (Role.DepartmentClerk, Role.DepartmentHead or Role.DeputyHead) && first.Department == second.Department);

    private static bool StandsAlone(Role role) => role is Role.Administrator or Role.Auditor;
}
