namespace DoubleRandom.Verifiable.Bytes;

/// <summary>
/// The alphabet of every id in a record (标识): subjects, inspectors, recusals, witnesses, items, departments, areas,
/// values of strata, parts and draws are <c>[0-9A-Za-z._-]{1,48}</c>, compared as bytes (A.1).
/// </summary>
public static class RecordId
{
    /// <summary>Longest id in characters; it keeps a ticket at two compressions of the hash.</summary>
    public const int MaxLength = 48;

    /// <summary>True when the text may stand as an id.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: >= 1 and <= MaxLength }
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
