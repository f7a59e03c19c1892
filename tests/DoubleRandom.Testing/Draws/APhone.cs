using System.Text;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Log;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Testing.Draws;

/// <summary>A standing witness's own telephone, as far as the platform sees it: a key, a clock, and what it sends.</summary>
/// <param name="county">The county it talks to.</param>
/// <param name="name">The witness's id.</param>
public sealed class APhone(TestCounty county, string name)
{
    private readonly Bytes32 seed = Suite.Sha256.Hash(Encoding.UTF8.GetBytes(name));

    /// <summary>Name of its key.</summary>
    public string KeyName => $"doublerandom/532822/{name}";

    /// <summary>Its public key, hex.</summary>
    public string PublicKey => Convert.ToHexStringLower(Suite.Sha256.PublicKey(seed));

    /// <summary>What shows that it holds the key, hex.</summary>
    public string Proof => ProofFor(KeyName);

    /// <summary>The same under another key's name.</summary>
    public string ProofFor(string keyName) => Convert.ToHexStringLower(Suite.Sha256.Sign(seed, Encoding.UTF8.GetBytes($"doublerandom witness key\n{keyName}\n{PublicKey}\n")));

    /// <summary>The administrator makes the link, the telephone its key, and the administrator compares and registers it.</summary>
    public async Task<Refusal?> AppointAsync(string role)
    {
        var link = await county.AskAsync((AppointByPhone a) => a.InviteAsync(DrawingCounty.Administrator, name, role));
        return link.Refused(out var no) ? no
            : await county.AskAsync((AppointByPhone a) => a.TakeKeyAsync(TestCounty.Menghai, link.Value, PublicKey, Proof))
            ?? (await ConfirmAsync()).Refusal;
    }

    /// <summary>The administrator registers the key.</summary>
    public Task<Outcome<string>> ConfirmAsync() => county.AskAsync((AppointByPhone a) => a.ConfirmAsync(DrawingCounty.Administrator, name, PublicKey));

    /// <summary>A cosignature of the newest checkpoint, or of one of a size; by its own clock.</summary>
    public async Task<(int Size, string Encoded)> SignAsync(int? size = null, TimeSpan clockAhead = default)
    {
        var note = SignedCheckpoint.Parse((await county.AskAsync((LogTiles l) => l.CheckpointAsync(size)))!).OrThrow();
        var line = note.Checkpoint.Cosign(Suite.Sha256, KeyName, seed, RecordTime.From(county.Clock.GetUtcNow() + clockAhead));
        return ((int)note.Checkpoint.Size, line.Encoded);
    }

    /// <summary>Cosigns the newest checkpoint.</summary>
    public async Task<Refusal?> CosignAsync() => await SendAsync(await SignAsync());

    /// <summary>Sends a cosignature.</summary>
    public Task<Refusal?> SendAsync((int Size, string Encoded) cosignature) =>
        county.AskAsync((CosignByPhone c) => c.RunAsync(TestCounty.Menghai, name, cosignature.Size, cosignature.Encoded));
}
