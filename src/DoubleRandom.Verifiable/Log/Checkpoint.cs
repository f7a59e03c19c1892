using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Verifiable.Log;

/// <summary>
/// A statement of the log's state (检查点, A.4): origin, size and root, the body of a C2SP tlog-checkpoint without extension
/// lines.
/// </summary>
/// <param name="Origin">The log's name.</param>
/// <param name="Size">Number of entries, 0 or more.</param>
/// <param name="Root">Merkle root over them.</param>
public sealed record Checkpoint(string Origin, long Size, Bytes32 Root)
{
    /// <summary>The signed text: three lines, each with its line feed.</summary>
    public string Body => $"{Origin}\n{Size.ToString(CultureInfo.InvariantCulture)}\n{Convert.ToBase64String(Root.ToArray())}\n";

    /// <summary>The name under which a record keeps it: <c>checkpoints/00000002.txt</c>.</summary>
    public string FileName => $"checkpoints/{Size.ToString("D8", CultureInfo.InvariantCulture)}.txt";

    /// <summary>Reads the exact body; anything else is a fault.</summary>
    public static Answer<Checkpoint> Parse(string body)
    {
        var lines = body.Split('\n');
        if (lines.Length == 4
            && long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && StrictBase64.TryDecode(lines[2], out var root)
            && root.Length == Bytes32.Length
            && new Checkpoint(lines[0], size, new Bytes32(root)) is { } checkpoint
            && checkpoint.Body == body
            && checkpoint.Origin.Length > 0)
        {
            return checkpoint;
        }

        return new Fault("checkpoint.format", "检查点正文不是“来源、大小、根”三行。", "The checkpoint's body is not the three lines origin, size, root.");
    }

    /// <summary>The log's signature over the body (Ed25519 note signature).</summary>
    /// <param name="suite">The log's suite.</param>
    /// <param name="keyName">The log key's name.</param>
    /// <param name="privateSeed">The 32-byte private seed.</param>
    public NoteSignature Sign(Suite suite, string keyName, Bytes32 privateSeed)
    {
        var key = NoteKey.OfLog(suite, keyName, suite.PublicKey(privateSeed));
        return key.Attach(suite.Sign(privateSeed, Encoding.UTF8.GetBytes(Body)));
    }

    /// <summary>A witness's cosignature (tlog-cosignature v1): it saw this state of the log at this time.</summary>
    /// <param name="suite">The log's suite.</param>
    /// <param name="witnessName">The witness key's name.</param>
    /// <param name="privateSeed">The 32-byte private seed.</param>
    /// <param name="at">The witness's time.</param>
    public NoteSignature Cosign(Suite suite, string witnessName, Bytes32 privateSeed, RecordTime at)
    {
        var key = NoteKey.OfWitness(suite, witnessName, suite.PublicKey(privateSeed));
        var payload = new byte[8 + suite.SignatureLength];
        BinaryPrimitives.WriteInt64BigEndian(payload, at.UnixSeconds);
        suite.Sign(privateSeed, CosignedText(at.UnixSeconds)).CopyTo(payload, 8);
        return key.Attach(payload);
    }

    internal byte[] CosignedText(long unixSeconds) =>
        Encoding.UTF8.GetBytes($"cosignature/v1\ntime {unixSeconds.ToString(CultureInfo.InvariantCulture)}\n{Body}");
}
