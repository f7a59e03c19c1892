using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Tests.Storage;

/// <summary>Texts that no database can hold as they are.</summary>
public sealed class KeepingTexts
{
    [Theory, OnBothDatabases]
    public async Task A_null_character_and_half_a_pair_are_kept_as_the_sign_for_what_cannot_be_shown(DatabaseKind database)
    {
        await using var draw = await DrawingCounty.OnAsync(database);
        var item = draw.AnItem("SC-99", "SC", cap: null);
        item.Change(content => content with { Name = "一\0二\ud800三𠮷" });
        await draw.SaveAsync([item]);

        (await draw.County.ReadAsync(db => db.Items.AsNoTracking().SingleAsync(s => s.Code == item.Code))).Name.ShouldBe("一\ufffd二\ufffd三𠮷");
        var (none, half) = ("\0", "\ud800");
        (await draw.County.ReadAsync(db => db.Items.CountAsync(s => s.Name == none || s.Name.StartsWith(half)))).ShouldBe(0);
        string[] wanted = ["\0", "\ud800", "一"];
        (await draw.County.ReadAsync(db => db.Items.CountAsync(s => wanted.Contains(s.Name)))).ShouldBe(0);
    }
}
