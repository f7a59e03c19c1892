namespace DoubleRandom.Inspections;

/// <summary>What an inspected item turned out to be [检查结果]: the closed list 01–14; several may hold together.</summary>
public enum ResultCode
{
    /// <summary>01 未发现问题.</summary>
    NoProblem = 1,

    /// <summary>02 发现问题经责令已改正.</summary>
    CorrectedOnOrder = 2,

    /// <summary>03 未发现（开展）本次抽查涉及的（生产）经营活动.</summary>
    NoSuchActivity = 3,

    /// <summary>04 不配合检查情节严重.</summary>
    Obstructed = 4,

    /// <summary>05 注销.</summary>
    Deregistered = 5,

    /// <summary>06 暂停营业.</summary>
    Suspended = 6,

    /// <summary>07 吊证.</summary>
    LicenceRevoked = 7,

    /// <summary>08 关闭.</summary>
    Closed = 8,

    /// <summary>09 发现问题待后续处理.</summary>
    ProblemToFollowUp = 9,

    /// <summary>10 通过登记的住所（经营场所）无法联系.</summary>
    NotReachable = 10,

    /// <summary>11 被撤销.</summary>
    RegistrationRevoked = 11,

    /// <summary>12 迁出.</summary>
    MovedOut = 12,

    /// <summary>13 未按规定公示应当公示的信息.</summary>
    NotDisclosed = 13,

    /// <summary>14 公示信息隐瞒真实情况弄虚作假.</summary>
    FalseDisclosure = 14,
}

/// <summary>How statistics group the codes.</summary>
public enum ResultGroup
{
    /// <summary>正常: code 01.</summary>
    Normal,

    /// <summary>非问题状态: the subject is not in business or not at this business.</summary>
    State,

    /// <summary>问题.</summary>
    Problem,
}

/// <summary>The codes with their words.</summary>
public static class ResultCodes
{
    private static readonly Words Words = new(typeof(ResultCodes));

    /// <summary>All, ascending.</summary>
    public static IReadOnlyList<ResultCode> All { get; } = Enum.GetValues<ResultCode>();

    /// <summary>Two digits, as records and exports carry them.</summary>
    public static string Digits(this ResultCode code) => ((int)code).ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The words of the code, in the language of the present request.</summary>
    public static string Name(this ResultCode code) => Words[code.ToString()];

    /// <summary>Several codes as one text: 02 发现问题经责令已改正；13 ….</summary>
    public static string Say(IEnumerable<ResultCode> codes) => string.Join("；", codes.Order().Select(code => $"{code.Digits()} {code.Name()}"));

    /// <summary>Normal, a state, or a problem.</summary>
    public static ResultGroup Group(this ResultCode code) => code switch
    {
        ResultCode.NoProblem => ResultGroup.Normal,
        ResultCode.CorrectedOnOrder or ResultCode.Obstructed or ResultCode.ProblemToFollowUp or ResultCode.NotReachable
            or ResultCode.NotDisclosed or ResultCode.FalseDisclosure => ResultGroup.Problem,
        _ => ResultGroup.State,
    };

    /// <summary>The code of two digits, or null.</summary>
    public static ResultCode? Find(string? digits) =>
        int.TryParse(digits, System.Globalization.NumberStyles.None, null, out var number) && Enum.IsDefined((ResultCode)number) ? (ResultCode)number : null;
}
