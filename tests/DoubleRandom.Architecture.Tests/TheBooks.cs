using System.Text.RegularExpressions;

namespace DoubleRandom.Architecture.Tests;

/// <summary>What the project's texts say of its code is so: names exist, rules have their row, links lead somewhere.</summary>
public sealed partial class TheBooks
{
    private static readonly Book Glossary = Book.At("docs/glossary.md");
    private static readonly Book Regulations = Book.At("docs/regulations.md");

    [Fact]
    public void Every_name_of_the_glossary_is_in_the_code() => WithoutCode(Glossary).ShouldBeEmpty();

    [Fact]
    public void Every_name_that_a_rule_points_to_is_in_the_code() => WithoutCode(Regulations).ShouldBeEmpty();

    [Fact]
    public void A_name_that_the_code_does_not_have_is_found() => WithoutCode(new("made-up.md", """
        | 中文 | English | code |
        |---|---|---|
        | 抽取 | draw | `Draw`, `Draw.Attempt`, `DoubleRandom.Verifiable`, Verifiable.Tests `MatchingTeams` |
        | 告知书 | notice | of `VisitNotice` at `/visits/{id}/notice`, on `NoticePage` |
        | 抽签 | lot | `Drow`, `Draw.Atempt`, `DoubleRandom.Verifable`, Verifiable.Tests `Draw`, `/draws/nowhere` |
        """)).ShouldBe(
        [
            "made-up.md, 抽签: Drow is not in the code",
            "made-up.md, 抽签: Draw.Atempt is not in the code",
            "made-up.md, 抽签: DoubleRandom.Verifable is not in the code",
            "made-up.md, 抽签: Verifiable.Tests Draw is not in the code",
            "made-up.md, 抽签: /draws/nowhere is not in the code",
        ]);

    [Fact]
    public void Every_test_that_a_rule_points_to_exists() => WithoutTest(Regulations).ShouldBeEmpty();

    [Fact]
    public void A_test_that_does_not_exist_is_found() => WithoutTest(new("made-up.md", """
        | rule | code | test |
        |---|---|---|
        | R1 | – | `HoldingADraw`, Web `ANotice`, Verifiable.Tests `MatchingTeams`, Verifiable.Tests |
        | R2 | – | `HoldingADrow`, `ANotice`, Web `HoldingADraw`, Verifable.Tests |
        """)).ShouldBe(
        [
            "made-up.md, R2: HoldingADrow is no test",
            "made-up.md, R2: ANotice is no test",
            "made-up.md, R2: Web HoldingADraw is no test",
            "made-up.md, R2: Verifable.Tests is no test",
        ]);

    [Fact]
    public void Every_rule_that_code_or_glossary_name_has_its_row() =>
        WithoutRow(Regulations, [Glossary, .. TheTree.Files("src", "*.cs").Concat(TheTree.Files("src", "*.razor")).Concat(TheTree.Files("src", "*.md")).Select(Book.At)]).ShouldBeEmpty();

    [Fact]
    public void A_rule_without_a_row_is_found() => WithoutRow(
        new("rules.md", """
            | rule | what it asks |
            |---|---|
            | R1 | draws |
            | R27, R28 | plan dates |
            """),
        [new("Made.cs", """Words.Refuse("made.up", "R1"); Words.Refuse("made.up", "R28", "R2D2"); Words.Refuse("made.up", "R29");""")])
        .ShouldBe(["Made.cs: R29 has no row in rules.md"]);

    [Fact]
    public void Every_link_and_path_leads_somewhere() => Book.All.SelectMany(book => book.LeadNowhere()).ShouldBeEmpty();

    [Fact]
    public void A_link_that_leads_nowhere_is_found() => new Book("docs/made-up.md", """
        # Some words
        [a](glossary.md), [b](../README.md#two-commands), [c](#some-words), [d](https://example.org/nowhere), `docs/spec/draw-record.md`, eng/migrations, other/docs/x.
        [e](glosary.md), [f](../README.md#three-commands), [g](#no-words), `docs/spec/draw-recrod.md`, tests/DoubleRandom.Test.
        """).LeadNowhere().ShouldBe(
        [
            "docs/made-up.md: glosary.md leads nowhere",
            "docs/made-up.md: ../README.md#three-commands leads nowhere",
            "docs/made-up.md: #no-words leads nowhere",
            "docs/made-up.md: docs/spec/draw-recrod.md leads nowhere",
            "docs/made-up.md: tests/DoubleRandom.Test leads nowhere",
        ]);

    private static IEnumerable<string> WithoutCode(Book book) => book.Names("code")
        .Where(named => !(CodeNames.TestProject(named.Before) is null ? CodeNames.InSource(named.Name) : CodeNames.InTests(named.Before, named.Name)))
        .Select(named => $"{book.File}, {named.Entry}: {Said(named)} is not in the code");

    private static IEnumerable<string> WithoutTest(Book book)
    {
        var classes = book.Names("test").Where(named => !CodeNames.InTests(named.Before, named.Name)).Select(named => $"{book.File}, {named.Entry}: {Said(named)} is no test");
        var projects = from row in book.Column("test")
                       from part in row.Cell.Split(", ")
                       where part.EndsWith(".Tests", StringComparison.Ordinal) && CodeNames.TestProject(part) is null
                       select $"{book.File}, {row.Entry}: {part} is no test";
        return classes.Concat(projects);
    }

    private static IEnumerable<string> WithoutRow(Book rules, IEnumerable<Book> texts)
    {
        var known = rules.Column("rule").SelectMany(row => row.Entry.Split(", ")).ToHashSet(StringComparer.Ordinal);
        return texts.SelectMany(text => Rule().Matches(text.Text).Select(match => match.Value).Distinct()
            .Where(rule => !known.Contains(rule)).Select(rule => $"{text.File}: {rule} has no row in {rules.File}"));
    }

    private static string Said(Book.Mention named) => CodeNames.TestProject(named.Before) is null ? named.Name : $"{named.Before} {named.Name}";

    [GeneratedRegex(@"\bR[1-9][0-9]*\b")]
    private static partial Regex Rule();
}
