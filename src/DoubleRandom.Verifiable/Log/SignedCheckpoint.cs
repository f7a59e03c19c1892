using System.Text;
using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Log;

/// <summary>One signature line of a note (签名行): <c>— name base64</c>.</summary>
/// <param name="Name">The key's name; without spaces and plus signs.</param>
/// <param name="Encoded">Base64 of key id and payload, as written.</param>
public sealed record NoteSignature(string Name, string Encoded)
{
    internal string Line => $"— {Name} {Encoded}\n";
}

/// <summary>
/// A checkpoint with its signatures (带签名的检查点, A.4): a C2SP signed note. Reading it checks its form only;
/// <see cref="TrustAnchors.Examine"/> checks the signatures.
/// </summary>
/// <param name="Checkpoint">The signed state.</param>
/// <param name="Signatures">Signature lines in their order: the log's and the witnesses', perhaps others'.</param>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, IReadOnlyList<NoteSignature> Signatures)
{
    private const int MostSignatures = 100;

    /// <summary>The note with one more signature.</summary>
    public SignedCheckpoint With(NoteSignature signature) => this with { Signatures = [.. Signatures, signature] };

    /// <summary>The note's bytes as they are published.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(Checkpoint.Body + "\n" + string.Concat(Signatures.Select(signature => signature.Line)));

    /// <summary>Reads a note; one that would not be written this way again is a fault.</summary>
    public static Answer<SignedCheckpoint> Parse(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return Malformed();
        }

        if (!Checkpoint.Parse(text[..(end + 1)]).Is(out var checkpoint, out var fault))
        {
            return fault;
        }

        var signatures = new List<NoteSignature>();
        foreach (var line in text[(end + 2)..].Split('\n').SkipLast(1))
        {
            if (line.Split(' ') is not ["—", var name, { Length: > 0 } encoded] || !IsKeyName(name) || signatures.Count == MostSignatures)
            {
                return Malformed();
            }

            signatures.Add(new NoteSignature(name, encoded));
        }

        var note = new SignedCheckpoint(checkpoint, signatures);
        return note.ToBytes().AsSpan().SequenceEqual(bytes) ? note : Malformed();
    }

    /// <summary>Whether a text can be a key's name: not empty, no white space, no control character, no plus sign (C2SP signed-note).</summary>
    internal static bool IsKeyName(string name) =>
        name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '+' or '\ufeff');

    private static Fault Malformed() =>
        new("checkpoint.format", "检查点不是格式正确的签名文本。", "The checkpoint is not a well-formed signed note.");
}
