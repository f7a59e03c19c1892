namespace DoubleRandom.Verifiable.Bytes;

/// <summary>Names of the record format itself (记录格式).</summary>
public static class RecordFormat
{
    /// <summary>The version that entries and results carry in <c>v</c>.</summary>
    public const string Version = "drdr/1";
}
