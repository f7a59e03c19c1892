using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Log;

/// <summary>The verifier's <c>trust.json</c> as written (信任文件, A.11.2), before its keys are understood.</summary>
internal sealed record TrustFile(string SuiteName, string Origin, IReadOnlyList<TrustedKey> Keys, string Log, IReadOnlyList<string> Witnesses, int Quorum)
{
    internal static readonly string[] Names = ["keys", "log", "origin", "quorum", "suite", "witnesses"];

    public static TrustFile Read(Members members) => new(
        members.Text("suite"),
        members.Text("origin"),
        members.List("keys", TrustedKey.Names, TrustedKey.Read),
        members.Text("log"),
        members.Texts("witnesses"),
        members.Integer("quorum", 1));

    public Answer<TrustAnchors> ToAnchors()
    {
        if (!Suite.Named(SuiteName).Is(out var suite, out var fault))
        {
            return fault;
        }

        if (!Origin.EndsWith(suite.OriginEnding, StringComparison.Ordinal))
        {
            return Wrong($"套件 {suite.Name} 的日志名称应以 {suite.OriginEnding} 结尾", $"the origin of a log of the suite {suite.Name} ends in {suite.OriginEnding}");
        }

        var keys = new List<NoteKey>();
        foreach (var key in Keys)
        {
            if (!Hex.TryDecode(key.PublicKey, suite.PublicKeyLength, out var raw) || !suite.IsPublicKey(raw) || !SignedCheckpoint.IsKeyName(key.Name) || (key.Algorithm != suite.LogAlgorithm && key.Algorithm != suite.WitnessAlgorithm))
            {
                return Wrong($"密钥 {key.Name} 的算法或公钥不合套件", $"key {key.Name} does not fit the suite");
            }

            keys.Add(key.Algorithm == suite.LogAlgorithm ? NoteKey.OfLog(suite, key.Name, raw) : NoteKey.OfWitness(suite, key.Name, raw));
        }

        var hasLog = keys.Any(key => !key.IsWitness && key.Name == Log);
        var hasWitnesses = Witnesses.All(name => keys.Any(key => key.IsWitness && key.Name == name));
        var distinct = Witnesses.Distinct(StringComparer.Ordinal).Count() == Witnesses.Count && Quorum <= Witnesses.Count
            && keys.DistinctBy(key => (key.Name, key.Id)).Count() == keys.Count;
        return hasLog && hasWitnesses && distinct
            ? new TrustAnchors(suite, Origin, keys, Log, Witnesses, Quorum)
            : Wrong("日志密钥、见证人密钥或法定数不全", "the log key, a witness key or the quorum does not fit");
    }

    private static Fault Wrong(string chinese, string english) => new("trust.content", $"信任文件有误：{chinese}。", $"The trust file is wrong: {english}.");
}

/// <summary>A key as the trust file spells it.</summary>
internal sealed record TrustedKey(string Algorithm, string Name, string PublicKey)
{
    internal static readonly string[] Names = ["alg", "name", "pub"];

    public static TrustedKey Read(Members members) => new(members.Text("alg"), members.Text("name"), members.Text("pub"));
}
