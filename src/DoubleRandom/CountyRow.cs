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

/// <summary>
/// Marks rows whose content the draw's own record keeps, where each reading is noted [名单另存]: the audit trail, which more people read, has
/// no line of them, for a name must not be told before its visit is released.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptInDrawRecordAttribute : Attribute;

/// <summary>
/// Marks rows that are a lasting record in themselves [自成记录]: entries and checkpoints of the log, which nobody can change. The audit trail tells of
/// the head that moved, by whom and by which act, not of each of them again.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordInItselfAttribute : Attribute;

/// <summary>Marks a property computed from others, such as a sorting key: the audit trail leaves it out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DerivedAttribute : Attribute;

/// <summary>Marks a property that tells a name which a draw keeps sealed [密封的名单]: the row has it, the audit trail leaves it out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SealedAttribute : Attribute;

/// <summary>Marks rows that are only ever added [只增不改]: the database itself refuses to change or remove one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AppendOnlyAttribute : Attribute;
