using DoubleRandom.Storage;

namespace DoubleRandom.Audit;

/// <summary>What was done [操作], e.g. <c>item.published</c>, with the reason where the act asks for one.</summary>
/// <param name="Code">Stable code: kind, dot, past participle.</param>
public sealed record Act(string Code)
{
    /// <summary>Why, in the words of whoever acted; null where no reason is asked.</summary>
    public string? Reason { get; init; }
}

/// <summary>One line of the append-only audit trail [操作记录]: who did what to which record, before and after (R36).</summary>
[AppendOnly]
[StoredKind("AuditEntry")]
public sealed class AuditEntry : CountyRow
{
    /// <summary>UUIDv7: ascending in time.</summary>
    public required Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The account, or null for the platform and the command line.</summary>
    public Guid? Account { get; init; }

    /// <summary>The name of who acted.</summary>
    public required string Who { get; init; }

    /// <summary>Code of the act.</summary>
    public required string Act { get; init; }

    /// <summary>Why, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Kind of the record, e.g. <c>Item</c>, see <see cref="StoredKindAttribute"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Key of the record within its kind.</summary>
    public required string Key { get; init; }

    /// <summary>Kind and key of the record that this one is a part of, e.g. <c>Visit/0191…</c>; null for a record that stands for itself.</summary>
    public string? Whole { get; init; }

    /// <summary>The members that changed, as JSON, before the act; null for a new record. Personal data masked.</summary>
    public string? Before { get; init; }

    /// <summary>The members that changed, as JSON, after the act; null for a removed record. Personal data masked.</summary>
    public string? After { get; init; }

    /// <summary>Whether the line speaks of a record of that class.</summary>
    public bool IsOf<T>() => Kind == StoredKind.Of<T>();
}
