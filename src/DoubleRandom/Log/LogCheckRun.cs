using DoubleRandom.Storage;

namespace DoubleRandom.Log;

/// <summary>One check of the log against itself and the database [日志核对记录]. Never changed; the newest one says whether draws may go on.</summary>
[AppendOnly]
[StoredKind("LogCheckRun")]
public sealed class LogCheckRun : CountyRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it ended. UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Number of entries in the log; 0 where there is none.</summary>
    public required int Size { get; init; }

    /// <summary>Whether everything fitted.</summary>
    public required bool Fits { get; init; }

    /// <summary>What did not fit, in Chinese; "" where everything did.</summary>
    public required string Chinese { get; init; }

    /// <summary>What did not fit, in English; "" where everything did.</summary>
    public required string English { get; init; }
}
