namespace DoubleRandom.Verifiable.Checks;

/// <summary>What is claimed of the log and its checkpoints (A.12.1) and of a draw's life in it (A.12.2, A.12.3).</summary>
internal static class LogClaims
{
    public static readonly Claim Trust = new("trust.readable", "信任文件可读，密码套件受支持。", "The trust file can be read and its suite is supported.");
    public static readonly Claim Files = new("record.files", "记录含有日志和至少一个检查点。", "The record holds a log and at least one checkpoint.");
    public static readonly Claim Canonical = new("log.canonical", "日志每一行都是规范字节，条目种类和成员符合格式。", "Every log line is canonical, and every entry has the form of its type.");
    public static readonly Claim CheckpointForm = new("checkpoint.format", "每个检查点都是格式正确的签名文本，文件名与大小一致。", "Every checkpoint is a well-formed signed note, filed under its size.");
    public static readonly Claim CheckpointOrigin = new("checkpoint.origin", "每个检查点都出自所信任的日志。", "Every checkpoint is of the trusted log.");
    public static readonly Claim CheckpointSignature = new("checkpoint.signature", "已知密钥的签名全部正确，且不重复。", "Every signature by a known key is right and appears once.");
    public static readonly Claim CheckpointLogSignature = new("checkpoint.log-signature", "每个检查点都有日志本身的签名。", "Every checkpoint carries the log's own signature.");
    public static readonly Claim CheckpointQuorum = new("checkpoint.quorum", "每个检查点都有足够的见证人共签。", "Every checkpoint is cosigned by enough witnesses.");
    public static readonly Claim CheckpointRoot = new("checkpoint.root", "每个检查点的根与日志前若干条重新计算的根一致。", "The root of every checkpoint is the recomputed root of that many log lines.");
    public static readonly Claim CheckpointCovers = new("checkpoint.covers-log", "最新检查点覆盖整个日志。", "The newest checkpoint covers the whole log.");

    public static readonly Claim Plan = new("plan.registered", "任务在任何承诺之前登记一次，类别和计划与承诺一致。", "The task was registered once, before any commitment, and agrees with it.");
    public static readonly Claim Attempts = new("attempts.gapless", "各次抽取从 1 起连续编号，每次恰有一份承诺。", "Attempts are numbered from 1 without gap, each with exactly one commitment.");
    public static readonly Claim PrevVoid = new("attempt.prev-void", "每次重抽之前，前一次已公开作废并经共签，并与之相连。", "Before each new attempt the former one was voided on record and cosigned, and is linked.");
    public static readonly Claim FreshSecret = new("secret.fresh", "各次抽取从不使用同一服务器秘密。", "No two attempts use the same server secret.");
    public static readonly Claim FreshRound = new("beacon.fresh-round", "各次抽取从不使用同一轮公共随机数。", "No two attempts name the same beacon round.");

    public static readonly Claim Commit = new("commit.rules", "承诺记录自身合乎规则，套件与日志一致。", "The commit record obeys its rules and is of the log's suite.");
    public static readonly Claim Order = new("phases.order", "各阶段依次进行：承诺、见证人承诺、揭示、随机源与密封、变更、作废、公开。", "The phases follow each other: commitment, witness commitments, reveals, beacon and seal, changes, void, opening.");
    public static readonly Claim Cosigned = new("phases.cosigned", "每个阶段结束后先经见证人共签，下一阶段才开始。", "Each phase was cosigned by the quorum before the next began.");
    public static readonly Claim Listed = new("witness.listed", "贡献者都是承诺记录所列见证人，每人至多一次。", "Contributors are listed in the commit record, each at most once.");
    public static readonly Claim Reveals = new("witness.reveals-open", "每个揭示都打开该见证人先前的承诺。", "Every reveal opens that witness's earlier commitment.");
    public static readonly Claim Enough = new("witness.enough-reveals", "揭示的见证人足够；没有公共随机源时，至少一人，并且承诺者全部揭示。", "Enough witnesses revealed; without a beacon, at least one, and all who committed.");
    public static readonly Claim Beacon = new("beacon.committed", "公共随机数出自事先承诺的种类和轮次，数值与其签名一致。", "The beacon value is of the kind and round committed in advance and follows from its signature.");
    public static readonly Claim BeaconTime = new("beacon.time", "公共随机数的公布时间晚于揭示阶段的共签时间。", "The beacon was published after the reveals had been cosigned.");
    public static readonly Claim BeaconTimeByHand = new("beacon.time", "此种随机源的公布时间不能由轮次推算：未核验，请人工对照。", "publication time of this kind of beacon: not checked; compare it by hand.");
    public static readonly Claim BeaconSignature = new("beacon.signature", "随机源的签名：未核验；请用外部 drand 客户端核对。", "beacon signature: not checked; use an external drand client.");
    public static readonly Claim Opened = new("opened.present", "本次抽取已公开。", "The attempt has been opened.");
    public static readonly Claim NotYetOpened = new("opened.present", "本次抽取尚未公开，期限未到。", "The attempt has not been opened yet; its deadline has not passed.");
    public static readonly Claim NotYetCommitted = new("attempts.gapless", "任务已登记，尚未抽取。", "The task is registered and has not been drawn yet.");
    public static readonly Claim OpenedInTime = new("opened.in-time", "公开在承诺的期限内经见证人共签。", "The opening was cosigned within the committed deadline.");
    public static readonly Claim OpenedResult = new("opened.result", "公开条目写明了结果；作废而未写结果的，也不写变更；没有密封的，没有结果。", "The opening names the result; a void that names none tells of no changes either; what was never sealed has none.");
    public static readonly Claim Keys = new("sealed.keys", "由种子导出的密钥与密封时的承诺一致。", "The keys that follow from the seed are those committed in the seal.");
    public static readonly Claim Secret = new("commit.server-secret", "公开的服务器秘密与事先承诺一致。", "The published server secret opens its commitment.");
}
