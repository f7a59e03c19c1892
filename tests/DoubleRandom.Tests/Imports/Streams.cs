using System.Text;
using DoubleRandom.Sheets;
using DoubleRandom.Testing;

namespace DoubleRandom.Tests.Imports;

/// <summary>Files arrive in pieces, from disks and from networks; the answer is the same.</summary>
public sealed class Streams
{
    private static readonly byte[] Csv = Encoding.UTF8.GetBytes("对象名称,所属乡镇\n\"甲\n厂\",勐海镇\n乙,打洛镇\n");

    private static readonly byte[] Xlsx = new AWorkbook().Texts("名单", ["对象名称", "所属乡镇"], ["甲\n厂", "勐海镇"], ["乙", "打洛镇"]).Bytes();

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Pieces_of_a_few_bytes_read_the_same(bool isCsv, bool canSeek)
    {
        using var stream = new Pieces(isCsv ? Csv : Xlsx, canSeek);
        Sheets.Answer(SheetFile.Read(stream, "a", Sheets.Columns, r => $"{r.Text("对象名称")}@{r.Text("所属乡镇")}", TestContext.Current.CancellationToken))
            .ShouldBe("甲\n厂@勐海镇|乙@打洛镇");
    }

    [Fact]
    public void A_stream_that_never_ends_is_stopped_at_the_limit()
    {
        using var stream = new Pieces([], canSeek: false) { IsEndless = true };
        SheetFile.Read(stream, "a", Sheets.Columns, r => r.Number, TestContext.Current.CancellationToken).Refusal!.Code.ShouldBe("import.too-large");
    }

    /// <summary>Gives at most seven bytes at a time.</summary>
    private sealed class Pieces(byte[] bytes, bool canSeek) : MemoryStream(bytes)
    {
        public bool IsEndless { get; init; }

        public override bool CanSeek => canSeek;

        // Reading into a span comes here too.
        public override int Read(byte[] buffer, int offset, int count) =>
            IsEndless ? count : base.Read(buffer, offset, Math.Min(7, count));
    }
}
