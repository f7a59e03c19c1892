namespace DoubleRandom.Draws;

/// <summary>Why an attempt is voided [作废原因]; the code stands in the log.</summary>
public enum VoidCode
{
    /// <summary>Power, network or machine failed at the venue [现场故障].</summary>
    VenueFailure,

    /// <summary>The frozen lists turned out wrong [名单有误].</summary>
    WrongLists,

    /// <summary>Names became known before the notices [名单泄露].</summary>
    NamesLeaked,

    /// <summary>A witness withheld his contribution or cosignature [见证人未完成].</summary>
    WitnessWithheld,

    /// <summary>No complete set of teams existed [无法匹配].</summary>
    NoMatch,

    /// <summary>The plan was lawfully changed [计划调整].</summary>
    PlanChanged,
}

/// <summary>The codes as the log writes them.</summary>
internal static class VoidCodes
{
    /// <summary>The log's word for a code, e.g. <c>venue-failure</c>.</summary>
    public static string InLog(string code) => Enum.Parse<VoidCode>(code) switch
    {
        VoidCode.VenueFailure => "venue-failure",
        VoidCode.WrongLists => "wrong-lists",
        VoidCode.NamesLeaked => "names-leaked",
        VoidCode.WitnessWithheld => "witness-withheld",
        VoidCode.NoMatch => "no-match",
        _ => "plan-changed",
    };
}
