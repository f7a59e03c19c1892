namespace DoubleRandom.Log;

/// <summary>
/// A standing witness to be, whose own telephone makes his key [待建密钥的常任见证人]. Whoever has the link can send a key: it counts only once the
/// administrator has compared it with what the telephone shows. It stays after that, so that an answer that was lost on the way can be had again.
/// </summary>
[StoredKind("WitnessInvitation")]
public sealed class WitnessInvitation : EditableRow
{
    /// <summary>Short id, <c>[0-9A-Za-z._-]{1,48}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whom he stands for [代表].</summary>
    public required string Role { get; set; }

    /// <summary>The public key that the telephone has sent, hex; null before.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Hash of the link's secret.</summary>
    public required byte[] LinkHash { get; set; }

    /// <summary>Until when the link works, UTC.</summary>
    public required DateTimeOffset LinkUntil { get; set; }
}
