namespace DoubleRandom.Verifiable.Tests.Records;

/// <summary>
/// One fraud by an operator who holds the log's key and signs everything anew, with witnesses who cosign what is consistent.
/// </summary>
/// <param name="What">What was done, in words.</param>
/// <param name="Code">The check that catches it.</param>
/// <param name="Record">The record that came of it.</param>
internal sealed record Fraud(string What, string Code, Func<ARecord> Record)
{
    /// <summary>Every fraud there is a check against.</summary>
    public static IReadOnlyList<Fraud> All { get; } = [.. FraudsOfTheResult.All, .. FraudsOfTheCeremony.All, .. FraudsOfTheOpening.All];

    /// <summary>The files of the record, by name.</summary>
    public Dictionary<string, ReadOnlyMemory<byte>> Files()
    {
        var record = Record();
        return record.Log.Count == 0 ? record.Held() : record.Files;
    }

    /// <inheritdoc />
    public override string ToString() => What;
}
