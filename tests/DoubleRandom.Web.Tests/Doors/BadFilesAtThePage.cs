using System.Net;
using System.Net.Sockets;
using System.Text;
using DoubleRandom.Access;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Web.Tests.Doors;

/// <summary>Files that no import may take, sent to the page: the reason in words, nothing written, nothing left lying about.</summary>
public sealed class BadFilesAtThePage
{
    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_in_words_and_leaves_nothing()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        var before = await house.County.County.ReadAsync(db => db.AuditEntries.CountAsync());
        foreach (var sheet in BadSheet.Unreadable)
        {
            var answer = await SendAsync(office, sheet);
            answer.Status.ShouldBe(HttpStatusCode.OK, sheet.FileName);
            foreach (var words in sheet.Words)
            {
                answer.Text.ShouldContain(words, customMessage: sheet.FileName);
            }
        }

        Left(house).ShouldBeEmpty();
        (await house.County.County.ReadAsync(db => db.AuditEntries.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task A_bad_row_is_shown_with_its_reason_and_nothing_goes_in_before_the_word()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        foreach (var sheet in BadSheet.WithOneBadRow)
        {
            var sent = await SendAsync(office, sheet with { FileName = "../../../" + sheet.FileName });
            var preview = await office.GetAsync(sent.Location.ShouldNotBeNull());
            foreach (var words in sheet.Words)
            {
                preview.Text.ShouldContain(words, customMessage: sheet.FileName);
            }

            preview.Text.ShouldNotContain("../");
            (await house.County.County.ReadAsync(db => db.Subjects.CountAsync())).ShouldBe(25);
            var discard = preview.Forms(sent.Location!).Single(form => form.Handler == "discard");
            (await office.PostAsync(sent.Location!, discard.Fields)).Location.ShouldBe("/imports");
        }

        Left(house).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_with_other_headers_waits_until_its_sender_and_nobody_else_says_what_they_mean()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        var other = await house.PersonAsync("other", Role.OfficeClerk);
        var bytes = "企业名,信用代码,对象类型,乡镇,登记状态\n试走茶厂,91532822MA6K1A2B1J,企业,勐海镇,在业\n"u8.ToArray();
        var upload = (await SendAsync(office, new BadSheet("别名.csv", bytes))).Location.ShouldNotBeNull();
        var page = await office.GetAsync(upload);
        page.Text.ShouldContain("缺少必填的列");
        page.Forms(upload).ShouldNotContain(form => form.Handler == "commit");
        var name = page.Forms(upload).Single(form => form.Handler == "name");
        KeyValuePair<string, string>[] named = [.. name.Fields.Where(f => !f.Key.StartsWith("Column", StringComparison.Ordinal)), new("Column-对象名称", "企业名"), new("Column-统一社会信用代码", "信用代码"), new("Column-所属乡镇", "乡镇")];

        await other.PostAsync(upload, named);
        (await office.GetAsync(upload)).Text.ShouldContain("缺少必填的列", customMessage: "somebody else's word does not count");
        (await office.PostAsync(upload, [.. named.Where(f => f.Key != "Column-所属乡镇"), new("Column-所属乡镇", "企业名")])).Text.ShouldContain("被对应了两次");
        (await office.PostAsync(upload, [.. named.Where(f => f.Key != "Column-所属乡镇"), new("Column-所属乡镇", "不存在"), new("Column-没有这一列", "乡镇")])).Status.ShouldBe(HttpStatusCode.Found);
        (await office.GetAsync(upload)).Text.ShouldContain("缺少必填的列");

        // The first page still lies open in another tab; the columns it names are the same although fewer are open now.
        await office.PostAsync(upload, [new("_handler", "name"), new("Column-所属乡镇", "乡镇")]);
        (await office.GetAsync(upload)).Text.ShouldContain("乡镇 → 所属乡镇");
    }

    [Fact]
    public async Task A_file_whose_columns_were_named_is_previewed_and_goes_in()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);
        var bytes = "企业名,信用代码,对象类型,乡镇,登记状态\n试走茶厂,91532822MA6K1A2B1J,企业,勐海镇,在业\n"u8.ToArray();
        var upload = (await SendAsync(office, new BadSheet("别名.csv", bytes))).Location.ShouldNotBeNull();

        (await office.PostAsync(upload, [new("_handler", "name"), new("Column-对象名称", "企业名"), new("Column-统一社会信用代码", "信用代码"), new("Column-所属乡镇", "乡镇")])).Location.ShouldBe(upload);
        (await house.County.County.ReadAsync(db => db.Subjects.CountAsync())).ShouldBe(25);
        (await office.GetAsync(upload)).Text.ShouldContain("企业名 → 对象名称");
        (await office.PostAsync(upload, [new("_handler", "commit")])).Location.ShouldBe(upload);

        (await house.County.County.ReadAsync(db => db.Subjects.SingleAsync(s => s.Code == "91532822MA6K1A2B1J"))).Name.ShouldBe("试走茶厂");
    }

    [Fact]
    public async Task A_form_without_a_file_or_without_a_kind_is_answered_in_words()
    {
        await using var house = await ADrawingHouse.OpenAsync();
        var office = await house.PersonAsync("office", Role.OfficeClerk);

        (await office.PostAsync("/imports", [new("_handler", "upload"), new("Kind", "Subjects")])).Text.ShouldContain("文件是空的");
        (await office.PostAsync("/imports", [new("_handler", "upload"), new("Kind", "Nothing")])).Text.ShouldContain("id=\"errors\"");
    }

    [Theory]
    [InlineData(true, 250, 300)]
    [InlineData(false, 1, 50)]
    public async Task A_stream_that_goes_on_past_256_MB_or_a_strangers_1_MB_is_cut_off_and_the_app_lives_on(bool isSignedIn, int least, int most)
    {
        await using var house = await ADrawingHouse.OpenAsync();
        await house.PersonAsync("office", Role.OfficeClerk);
        var browser = house.Nobody();
        var signedIn = await browser.PostAsync("/sign-in", [new("_handler", "sign-in"), new("Input.UserName", "office"), new("Input.Password", AVisitor.Password)]);
        var cookie = isSignedIn ? $"Cookie: dr.session={signedIn.Headers.Split("dr.session=")[1].Split(';')[0]}\r\n" : "";
        using var socket = new TcpClient("127.0.0.1", new Uri(house.Site.Address).Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /sign-in HTTP/1.1\r\nHost: x\r\n{cookie}Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"));
        var head = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head.Length:x}\r\n{head}\r\n"));
        byte[] chunk = [.. Encoding.ASCII.GetBytes($"{1 << 20:x}\r\n"), .. new byte[1 << 20], .. "\r\n"u8];
        var sent = 0;
        try
        {
            for (; sent < 300; sent++)
            {
                await stream.WriteAsync(chunk);
            }
        }
        catch (IOException)
        {
            // Cut off while we were still sending.
        }

        sent.ShouldBeInRange(least, most);
        (await house.Nobody().GetAsync("/about")).Status.ShouldBe(HttpStatusCode.OK);
        Directory.GetFiles(Path.GetTempPath(), "ASPNETCORE_*.tmp").Where(file => new FileInfo(file).Length > 200_000_000).ShouldBeEmpty();
    }

    private static string[] Left(ADrawingHouse house)
    {
        var folder = Path.Combine(house.County.County.DataFolder, "imports");
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }

    private static async Task<AnAnswer> SendAsync(AVisitor visitor, BadSheet sheet)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("upload"), "_handler" },
            { new StringContent("Subjects"), "Kind" },
            { new StringContent(await visitor.TokenAsync()), "__RequestVerificationToken" },
            { new ByteArrayContent(sheet.Bytes), "File", sheet.FileName },
        };
        return await AnAnswer.OfAsync(await visitor.Client.PostAsync("/imports", form));
    }
}
