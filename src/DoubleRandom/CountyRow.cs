namespace DoubleRandom;

/// <summary>A stored row that belongs to one county: its key starts with the division code, and only who sees the county sees it.</summary>
public abstract class CountyRow
{
    /// <summary>The county that owns the row.</summary>
    public required Jurisdiction Jurisdiction { get; init; }
}

/// <summary>A county's row that people change: its version moves on with every save, so that a second editor is told.</summary>
public abstract class EditableRow : CountyRow
{
    /// <summary>Changes with every save; set by storage. A form carries the version it was filled from.</summary>
    public Guid Version { get; private set; }

    /// <summary>Bulk writing moves the version on by itself.</summary>
    internal void MoveOn(Guid version) => Version = version;
}

/// <summary>Marks a property as personal data [个人信息]: the audit trail keeps it masked, lists show it masked.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

/// <summary>Marks a property computed from others, such as a sorting key: the audit trail leaves it out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DerivedAttribute : Attribute;
