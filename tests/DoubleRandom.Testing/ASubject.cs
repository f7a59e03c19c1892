using DoubleRandom.Directories;
using DoubleRandom.Items;

namespace DoubleRandom.Testing;

/// <summary>A subject with lawful defaults, written through the product.</summary>
public sealed class ASubject(string? code)
{
    private SubjectContent content = new()
    {
        Name = "勐海青山茶业有限公司",
        Kind = SubjectKind.Enterprise,
        Representative = "岩罕",
        Phone = "13812345678",
        Address = "勐海镇象山路 1 号",
        Town = "532822101",
        Industry = "C1530",
        EstablishedOn = new DateOnly(2019, 3, 5),
        Risk = RiskClass.B,
        Tags = ["茶叶加工"],
    };

    /// <summary>The content as it would be written.</summary>
    public SubjectContent Content => content;

    /// <summary>A subject with the n-th of a row of valid credit codes.</summary>
    public static ASubject Number(int n) => new(CreditCode.Compose("91", TestCounty.Menghai, $"MA6K{n:0000}").Value);

    /// <summary>A subject with that code, or without one.</summary>
    public static ASubject Coded(string? code) => new(code);

    /// <summary>The same with something else in it.</summary>
    public ASubject With(Func<SubjectContent, SubjectContent> change)
    {
        content = change(content);
        return this;
    }

    /// <summary>Asks the product to add it.</summary>
    public Task<Outcome<Id<Subject>>> TryAsync(TestCounty county) =>
        county.AskAsync((AddSubject a) => a.RunAsync(county.Office, code, content));

    /// <summary>Adds it.</summary>
    public async Task<Subject> AddedAsync(TestCounty county)
    {
        var id = await TryAsync(county);
        return (await county.AskAsync((SubjectReader r) => r.FindAsync(id.Value)))!;
    }
}
