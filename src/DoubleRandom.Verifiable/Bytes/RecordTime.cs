using System.Globalization;

namespace DoubleRandom.Verifiable.Bytes;

/// <summary>
/// A moment as the record writes it (时间): <c>YYYY-MM-DDThh:mm:ssZ</c>, whole seconds, UTC (A.1). It is the operator's
/// statement; order and cosignatures carry the proof.
/// </summary>
/// <param name="UnixSeconds">Seconds since 1970-01-01T00:00:00Z.</param>
public readonly record struct RecordTime(long UnixSeconds) : IComparable<RecordTime>
{
    /// <summary>The last second a four-digit year can name.</summary>
    internal const long Latest = 253402300799;

    private const string Shape = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The moment without its fraction of a second.</summary>
    public static RecordTime From(DateTimeOffset moment) => new(moment.ToUnixTimeSeconds());

    /// <summary>Reads the exact shape; anything else is refused.</summary>
    public static bool TryParse(string? text, out RecordTime time)
    {
        var read = DateTime.TryParseExact(
            text,
            Shape,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment);
        time = read ? From(new DateTimeOffset(moment)) : default;
        return read && time.ToString() == text;
    }

    /// <summary>The same moment for code that reckons with calendars.</summary>
    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.FromUnixTimeSeconds(UnixSeconds);

    /// <summary>Earlier moments come first.</summary>
    public int CompareTo(RecordTime other) => UnixSeconds.CompareTo(other.UnixSeconds);

    /// <summary>The record's spelling.</summary>
    public override string ToString() => ToDateTimeOffset().UtcDateTime.ToString(Shape, CultureInfo.InvariantCulture);
}
