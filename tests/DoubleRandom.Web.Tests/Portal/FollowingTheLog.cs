using System.Diagnostics;
using System.Net;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Web.Tests.Portal;

/// <summary>The log as clients outside read it.</summary>
public sealed class FollowingTheLog(ADrawInPublic draw) : IClassFixture<ADrawInPublic>
{
    private const string OthersPackages = "/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog";

    [Fact]
    public async Task A_checkpoint_may_be_kept_for_a_moment_and_a_tile_for_ever()
    {
        var checkpoint = await draw.Site.Reader.GetAsync("/log/checkpoint");
        checkpoint.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        checkpoint.Headers.CacheControl!.MaxAge!.Value.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        checkpoint.Headers.ETag.ShouldNotBeNull();

        var tile = await draw.Site.Reader.GetAsync("/log/tile/0/000.p/2");
        tile.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        (await tile.Content.ReadAsByteArrayAsync()).Length.ShouldBe(64);
        tile.Headers.CacheControl!.ToString().ShouldContain("immutable");
    }

    [Fact]
    public async Task The_tiles_over_http_give_the_root_of_the_checkpoint()
    {
        var note = SignedCheckpoint.Parse(await draw.Site.Reader.GetByteArrayAsync("/log/checkpoint")).OrThrow();
        var tile = await draw.Site.Reader.GetByteArrayAsync($"/log/tile/0/000.p/{note.Checkpoint.Size}");

        MerkleTree.OfLeaves(Suite.Sha256, tile.Chunk(32).Select(h => new Bytes32(h))).Root.ShouldBe(note.Checkpoint.Root);
        var entry = await draw.Site.Reader.GetByteArrayAsync("/log/entries/0");
        MerkleHash.Leaf(Suite.Sha256, entry).ToString().ShouldBe(Convert.ToHexStringLower(tile[..32]));
        LogEntry.Parse(entry).OrThrow().Body.Type.ShouldBe("plan.registered");
    }

    [Theory]
    [InlineData("/log/tile/0/001")]
    [InlineData("/log/tile/0/000.p/255")]
    [InlineData("/log/tile/0/000.p/0")]
    [InlineData("/log/tile/x/000")]
    [InlineData("/log/tile/entries/999.p/1")]
    [InlineData("/log/tile/5/x999/x999/x999/999")]
    [InlineData("/log/tile/4/x999/x999/x999/999.p/1")]
    [InlineData("/log/entries/100000")]
    [InlineData("/log/entries/-1")]
    [InlineData("/log/checkpoints/1")]
    [InlineData("/log/checkpoints/99999999999")]
    public async Task Beyond_the_log_there_is_nothing(string address)
    {
        var answer = await draw.Site.Reader.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_client_that_nobody_here_wrote_follows_it_where_one_is_installed()
    {
        // Debian's golang-go and golang-golang-x-mod-dev. Where they are missing, the tests above say the same in our own words.
        if (!Directory.Exists(OthersPackages) || !File.Exists("/usr/bin/go"))
        {
            return;
        }

        var start = new ProcessStartInfo("go", ["run", Path.Combine(TheSource.Root, "tests", "log-follower-in-go", "main.go"), draw.Site.Address, "2", "5"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["GO111MODULE"] = "off", ["GOPATH"] = "/usr/share/gocode", ["GOCACHE"] = Path.Combine(Path.GetTempPath(), "log-follower-gocache") },
        };
        using var go = Process.Start(start)!;
        var (said, wrong) = (await go.StandardOutput.ReadToEndAsync(), await go.StandardError.ReadToEndAsync());
        await go.WaitForExitAsync();

        wrong.ShouldBeEmpty();
        said.ShouldStartWith("followed doublerandom/532822: ");
        said.ShouldEndWith("2 older checkpoints\n");
    }
}
