namespace DoubleRandom.NightWork;

/// <summary>
/// A module's share of what the platform does by itself at the start and every night [夜间自动工作], county by county. Checks come first; where
/// one of them finds something wrong, the acts of that county wait for a later night.
/// </summary>
public interface INightWork
{
    /// <summary>Whether it only looks: it then runs at the start as well, and before everything that acts.</summary>
    bool IsCheck { get; }

    /// <summary>Does its work for one county; false when what it found must keep the acts from running.</summary>
    Task<bool> RunAsync(Night night, CancellationToken stop);

    /// <summary>Called where <see cref="RunAsync"/> broke off; what it throws itself is written to the machine's log and no more.</summary>
    Task BrokeOffAsync(Night night, CancellationToken stop) => Task.CompletedTask;
}
