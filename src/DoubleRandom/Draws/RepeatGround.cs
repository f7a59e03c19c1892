namespace DoubleRandom.Draws;

/// <summary>Why a subject drawn earlier this year may be drawn again [提高抽查频次的情形, R8]: the grounds the county's order names.</summary>
public enum RepeatGround
{
    /// <summary>社会关注度高.</summary>
    PublicConcern,

    /// <summary>投诉举报多.</summary>
    ManyComplaints,

    /// <summary>有严重违法违规记录.</summary>
    GraveRecord,

    /// <summary>特殊行业、重点领域.</summary>
    SpecialTrade,
}
