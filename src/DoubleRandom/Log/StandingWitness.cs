namespace DoubleRandom.Log;

/// <summary>
/// A standing witness [常任见证人]: whoever cosigns the log with a key of his own, which lies here under his passphrase only, or on his own telephone.
/// He remembers the last state he signed and signs nothing that does not continue it.
/// </summary>
[StoredKind("StandingWitness")]
public sealed class StandingWitness : EditableRow
{
    /// <summary>Short id, <c>[0-9A-Za-z._-]{1,48}</c>; records carry it.</summary>
    public required string Name { get; init; }

    /// <summary>Whom he stands for [代表], e.g. 县司法局.</summary>
    public required string Role { get; init; }

    /// <summary>Name of his key in notes and trust files.</summary>
    public required string KeyName { get; init; }

    /// <summary>Public key as the log's suite has it, in hex.</summary>
    public required string PublicKey { get; init; }

    /// <summary>The private seed, sealed under the passphrase; null when it lies on his own telephone.</summary>
    public required byte[]? SealedKey { get; init; }

    /// <summary>Size of the last state cosigned; 0 before the first.</summary>
    public int LastSize { get; set; }

    /// <summary>Root of that state, 64 hex digits; "" before the first.</summary>
    public string LastRoot { get; set; } = "";
}
