using System.Buffers.Binary;
using DoubleRandom.Log;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Log;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Audit;

public sealed class TheLogInTiles
{
    [Theory]
    [InlineData("0/000", 0, 0L, 256)]
    [InlineData("0/067.p/255", 0, 67L, 255)]
    [InlineData("1/x001/x234/067", 1, 1_234_067L, 256)]
    [InlineData("2/x001/000.p/1", 2, 1000L, 1)]
    public void An_address_is_read_as_the_specification_writes_it(string path, int level, long number, int width) =>
        TilePath.Parse(path).ShouldBe(new TilePath(level, number, width));

    [Fact]
    public void An_address_of_entries_has_no_level() => TilePath.Parse("entries/x001/000.p/7").ShouldBe(new TilePath(null, 1000, 7));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0/0")]
    [InlineData("00/000")]
    [InlineData("9/000")]
    [InlineData("-1/000")]
    [InlineData("0/000.p/0")]
    [InlineData("0/000.p/256")]
    [InlineData("0/000.p/05")]
    [InlineData("0/000.p")]
    [InlineData("0/x000/001")]
    [InlineData("0/001/002")]
    [InlineData("0/x1/002")]
    [InlineData("0/x999/x999/x999/x999/999")]
    [InlineData("0/../000")]
    [InlineData("entries")]
    [InlineData("leaves/000")]
    public void Any_other_address_has_no_tile(string path) => TilePath.Parse(path).ShouldBeNull();

    [Theory, OnBothDatabases]
    public async Task Hashes_and_entries_of_the_tiles_give_the_root_that_the_checkpoint_states(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.DrawAsync();
        var (size, root) = await draw.County.ReadAsync(async db => (await db.Logs.SingleAsync()) is var head ? (head.Size, head.Root) : default);

        var hashes = (await TileAsync(draw.County, $"0/000.p/{size}"))!;
        var entries = Read((await TileAsync(draw.County, $"entries/000.p/{size}"))!);

        MerkleTree.OfLeaves(Suite.Sha256, hashes.Chunk(32).Select(h => new Bytes32(h))).Root.ShouldBe(root);
        MerkleTree.Of(Suite.Sha256, entries.Select(e => (ReadOnlyMemory<byte>)e)).Root.ShouldBe(root);
        var note = SignedCheckpoint.Parse((await draw.County.AskAsync((LogTiles t) => t.CheckpointAsync(null)))!).OrThrow();
        (note.Checkpoint.Size, note.Checkpoint.Root).ShouldBe((size, root));
        (await draw.County.AskAsync((LogTiles t) => t.EntryAsync(1))).ShouldBe(entries[1]);
    }

    [Theory, OnBothDatabases]
    public async Task Beyond_the_edge_there_is_no_tile_and_a_grown_tile_keeps_its_beginning(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        await draw.WithTaskAsync();
        await draw.CommitAsync();
        var before = (await TileAsync(draw.County, "0/000.p/2"))!;

        (await TileAsync(draw.County, "0/000.p/3")).ShouldBeNull();
        (await TileAsync(draw.County, "0/000")).ShouldBeNull();
        (await TileAsync(draw.County, "1/000.p/1")).ShouldBeNull();
        (await TileAsync(draw.County, "5/x999/x999/x999/999")).ShouldBeNull();
        (await draw.County.AskAsync((LogTiles t) => t.CheckpointAsync(99))).ShouldBeNull();
        (await draw.County.AskAsync((LogTiles t) => t.EntryAsync(2))).ShouldBeNull();

        await draw.ContributeAllAsync();
        (await TileAsync(draw.County, "0/000.p/2")).ShouldBe(before);
        (await TileAsync(draw.County, "0/000.p/3"))![..64].ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task A_full_tile_is_one_hash_of_the_level_above(DatabaseKind database)
    {
        await using var county = await TestCounty.OnAsync(database);
        await AFoundedLog.OfAsync(county, 300);
        var level0 = (await TileAsync(county, "0/000"))!;

        level0.Length.ShouldBe(256 * 32);
        (await TileAsync(county, "1/000.p/1")).ShouldBe(MerkleTree.OfLeaves(Suite.Sha256, level0.Chunk(32).Select(h => new Bytes32(h))).Root.ToArray());
        (await TileAsync(county, "0/001.p/44")).ShouldNotBeNull();
        (await TileAsync(county, "0/001.p/45")).ShouldBeNull();
        (await TileAsync(county, "1/000.p/2")).ShouldBeNull();
    }

    private static Task<byte[]?> TileAsync(TestCounty county, string path) => county.AskAsync((LogTiles t) => t.TileAsync(TilePath.Parse(path)!.Value));

    private static List<byte[]> Read(byte[] bundle)
    {
        var entries = new List<byte[]>();
        for (var at = 0; at < bundle.Length;)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian(bundle.AsSpan(at));
            entries.Add(bundle[(at + 2)..(at + 2 + length)]);
            at += 2 + length;
        }

        return entries;
    }
}
