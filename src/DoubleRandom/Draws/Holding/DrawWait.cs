namespace DoubleRandom.Draws.Holding;

/// <summary>What the latest attempt of a draw waits for [等待事项].</summary>
public enum DrawWait
{
    /// <summary>Witnesses who have not contributed [待贡献].</summary>
    Contributions,

    /// <summary>Cosignatures of the log's newest state [待共签].</summary>
    Cosignatures,

    /// <summary>The public randomness named beforehand [待公共随机数].</summary>
    Beacon,

    /// <summary>The reveal, the draw and the seal [待密封].</summary>
    Seal,

    /// <summary>Teams for subjects that have none: a second stage [待匹配检查组].</summary>
    Teams,

    /// <summary>The end of the inspections; only then it is opened [检查进行中].</summary>
    Inspections,

    /// <summary>The opening [待公开].</summary>
    Opening,
}

/// <summary>Tells what an attempt waits for.</summary>
public static class DrawWaits
{
    /// <summary>What it waits for; null when it is finished.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="isOpened">Whether its secret is published.</param>
    /// <param name="isCosigned">Whether a checkpoint with quorum covers its last entry.</param>
    /// <param name="lackContribution">Whether somebody has not contributed.</param>
    /// <param name="lackBeacon">Whether the public randomness has to be told.</param>
    /// <param name="isVoidDecided">Whether it is decided that it ends, and the log does not tell it yet.</param>
    public static DrawWait? Of(DrawState state, bool isOpened, bool isCosigned, bool lackContribution, bool lackBeacon, bool isVoidDecided) => state switch
    {
        _ when isVoidDecided => DrawWait.Cosignatures,
        DrawState.Committed or DrawState.Contributing when lackContribution => DrawWait.Contributions,
        _ when !isCosigned => DrawWait.Cosignatures,
        DrawState.Revealed when lackBeacon => DrawWait.Beacon,
        DrawState.Committed or DrawState.Contributing or DrawState.Revealed => DrawWait.Seal,
        _ => isOpened ? null : DrawWait.Opening,
    };
}

/// <summary>The step of its ceremony that an attempt stands at [抽取步骤]; staff and the public see the same.</summary>
public enum DrawStep
{
    /// <summary>The witnesses contribute [见证人贡献].</summary>
    Contribute,

    /// <summary>It is drawn, matched and sealed [抽取并密封].</summary>
    Seal,

    /// <summary>It is inspected, then opened [检查、公开].</summary>
    Open,

    /// <summary>Everybody can check it [公开核对].</summary>
    Check,
}

/// <summary>Tells the step.</summary>
public static class DrawSteps
{
    /// <summary>The step of an attempt.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="isOpened">Whether its secret is published.</param>
    public static DrawStep Of(DrawState state, bool isOpened) => state switch
    {
        DrawState.Committed or DrawState.Contributing => DrawStep.Contribute,
        DrawState.Revealed => DrawStep.Seal,
        _ => isOpened ? DrawStep.Check : DrawStep.Open,
    };
}
