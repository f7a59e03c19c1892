using Microsoft.AspNetCore.Identity;

namespace DoubleRandom.Access;

/// <summary>An account [账号] that signs in; what it may do is said by its <see cref="AccountPost"/>s.</summary>
[StoredKind("Account")]
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The person's name, as audit and pages show it.</summary>
    public required string Name { get; set; }

    /// <summary>The county it signs in to.</summary>
    public required Jurisdiction Home { get; init; }

    /// <summary>Number in the inspector directory, or null.</summary>
    public string? InspectorNumber { get; set; }

    /// <summary>True until the person has chosen a password of their own.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>False once the account has been closed; it cannot sign in, its name stays in the trail.</summary>
    public bool IsOpen { get; set; } = true;
}

/// <summary>One post of an account in a county [任职]. The department is "" for the office, auditors and administrators.</summary>
[StoredKind("AccountPost")]
public sealed class AccountPost : EditableRow
{
    /// <summary>The account.</summary>
    [PartOf(typeof(Account))]
    public required Guid Account { get; init; }

    /// <summary>The role.</summary>
    public required Role Role { get; init; }

    /// <summary>Department code, or "".</summary>
    public required string Department { get; init; }

    /// <summary>The post as rights are asked of it.</summary>
    public Post ToPost() => new(Role, Department.Length == 0 ? null : Access.Department.Parse(Department, null));
}
