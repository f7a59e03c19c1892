namespace DoubleRandom.Inspections;

/// <summary>What is done about an item's findings [后续处置措施]; several may hold together.</summary>
public enum Disposal
{
    /// <summary>未发现问题，或问题已规范、已改正，无需后续处置.</summary>
    NothingFurther,

    /// <summary>停止检查，反馈至日常监管部门.</summary>
    ToDailySupervision,

    /// <summary>违反本部门规定，责令改正，后续由日常监管部门跟踪.</summary>
    OrderedToCorrect,

    /// <summary>发现案件线索，固定证据后移送办案机构.</summary>
    ToCaseOffice,

    /// <summary>违反其他部门规定，抄告相关部门.</summary>
    ToldOtherDepartment,

    /// <summary>立案查处.</summary>
    CaseFiled,

    /// <summary>涉嫌犯罪，移送司法机关 (R38).</summary>
    ToJudicialOrgans,

    /// <summary>列入（或协助列入）经营异常名录 (R40).</summary>
    AbnormalList,

    /// <summary>列入严重违法失信名单 (R41).</summary>
    SeriousList,

    /// <summary>行政指导、约谈.</summary>
    Guidance,

    /// <summary>其他, with a note.</summary>
    Other,
}

/// <summary>The measures with their words.</summary>
public static class Disposals
{
    private static readonly Words Words = new(typeof(Disposals));

    /// <summary>All, in the order of the form.</summary>
    public static IReadOnlyList<Disposal> All { get; } = Enum.GetValues<Disposal>();

    /// <summary>The words of the measure, in the language of the present request.</summary>
    public static string Name(this Disposal disposal) => Words[disposal.ToString()];

    /// <summary>Whether something remains to be done after the visit.</summary>
    public static bool NeedsFollowUp(this Disposal disposal) => disposal is not (Disposal.NothingFurther or Disposal.Guidance);
}
