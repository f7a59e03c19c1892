namespace DoubleRandom.Verifiable.Checks;

/// <summary>What is claimed of the frozen files and of the result (A.12.5 – A.12.9).</summary>
internal static class FileClaims
{
    public static readonly Claim Present = new("files.present", "记录含有本次抽取的名单和结果。", "The record holds the attempt's frozen files and result.");
    public static readonly Claim Elsewhere = new("files.present", "本记录不含该抽取的名单和结果，仅按日志核验：其余未核验。", "The record does not hold this draw's files; it was checked by the log alone: the rest is not checked.");
    public static readonly Claim VoidWithoutFiles = new("files.present", "作废的一次没有名单和结果，结果散列和变更为空。", "The voided attempt has no files; its result hash and changes are empty.");
    public static readonly Claim Owner = new("files.owner", "名单和结果属于日志中的某次抽取。", "The files belong to a draw of this log.");
    public static readonly Claim RosterItems = new("roster.items", "名单上每个事项都属于某一部分。", "Every item on the roster belongs to a part.");
    public static readonly Claim QuotaTable = new("quota.table", "各部分、各分层的可抽数和抽取数与公布的配额表一致。", "Numbers eligible and to be drawn, per part and stratum, are those of the published quota table.");
    public static readonly Claim Recomputed = new("draw.recomputed", "抽取可由公开的输入重新运行。", "The draw can be run again from its public inputs.");
    public static readonly Claim NoResultYet = new("result.before-opening", "没有密封或者没有公开的，没有结果文件。", "There is no result of what was not sealed, nor before the opening.");
    public static readonly Claim ResultForm = new("result.canonical", "结果文件是规范字节，成员符合格式。", "The result is canonical and has the form of the format.");
    public static readonly Claim Selection = new("selection.recomputed", "重新抽取的对象与结果完全相同。", "The subjects drawn again are exactly those of the result.");
    public static readonly Claim Matching = new("matching.recomputed", "重新匹配的检查组与结果完全相同。", "The teams matched again are exactly those of the result.");
    public static readonly Claim Sealed = new("sealed.body", "密封条目与重新计算的逐字节相同。", "The sealed entry is byte for byte what is recomputed.");
    public static readonly Claim ResultBytes = new("result.bytes", "结果文件与重新计算的逐字节相同。", "The result is byte for byte what is recomputed.");
    public static readonly Claim ResultHash = new("result.hash", "结果文件的散列与公开条目一致。", "The hash of the result is the one in the opening.");
    public static readonly Claim SelectionRules = new("selection.independent-rules", "另行核对：每个对象至多一次，都参加抽取，数目合乎配额。", "Checked apart: each subject once, each one takes part, numbers are the quotas.");
    public static readonly Claim MatchRules = new("match.independent-rules", "另行核对：每组至少两名不同人员，组长、资质、回避、次数上限合规，每个对象恰在一组。", "Checked apart: at least two different inspectors per team; leader, qualifications, recusals and caps kept; each subject in exactly one team.");
    public static readonly Claim Changes = new("changes.recomputed", "追加、替换、替补都接续既定顺序，公开的名单与之一致。", "Supplements, replacements and substitutions continue the fixed order, and the names told are those.");

    public static Claim Canonical(string file) => new($"{file}.canonical", $"{file} 是规范字节，按标识严格升序。", $"{file} is canonical and strictly ascending by id.");

    public static Claim Root(string file) => new($"{file}.root", $"{file} 的默克尔根和行数与承诺一致。", $"Root and size of {file} are the committed ones.");
}
