namespace DoubleRandom.Architecture.Tests;

/// <summary>Pages and use cases say sentences by key: a key without a sentence is a page that fails, a sentence without a key is dead.</summary>
public sealed class TheWords
{
    private static readonly Saying[] Sources = [.. Saying.All];

    [Fact]
    public void Every_key_that_is_said_has_its_sentence() => Unwritten(Sources, [.. Sentences.All]).ShouldBeEmpty();

    [Fact]
    public void Every_sentence_is_said_somewhere() => Sentences.All.SelectMany(file => file.Unsaid(Sources)).ShouldBeEmpty();

    [Fact]
    public void A_key_without_a_sentence_is_found() => Unwritten(
        [
            new("Made.razor", """
                <PageHead Title="@Words["title"]" Lead="@(isNew ? Words["lead"] : null)" />
                <p>@Words[plan.IsOpen ? "open" : "closed"] @Words["state." + plan.State] @Words["shade." + plan.Shade] @Words[kind + ".hint"] @Words[kind + ".help"]</p>
                <p>@Words.Say("saved", name, "no-key") @PlanText.Words["title"] @OtherText.Words["title"] @Words[state == "x" ? "title" : "title"] @list["lead"]</p>
                @code { private static readonly Words Words = MadeText.Words; }
                """),
        ],
        [Sentences.Of("MadeText.restext", "title=A", "open=B", "state.Draft=C", "field.hint=D"), Sentences.Of("PlanText.restext", "lead=A")]).ShouldBe(
        [
            "Made.razor, line 1: MadeText has no sentence lead",
            "Made.razor, line 2: MadeText has no sentence closed",
            "Made.razor, line 2: MadeText has no sentence shade.…",
            "Made.razor, line 2: MadeText has no sentence ….help",
            "Made.razor, line 3: MadeText has no sentence saved",
            "Made.razor, line 3: PlanText has no sentence title",
        ]);

    [Fact]
    public void A_sentence_that_nobody_says_is_found() => Sentences.Of("made/MadeText.restext", "# title=no", "title=A", "lead=B", "state.Draft=C", "field.name.hint=D", "Other=E", "NoMember=F", "row.1.end=G", "mute=H", "act.born=I", "far.off=J")
        .Unsaid(
        [
            new("other/Page.razor", """<p title="@MadeText.Words["title"]">@Words["state." + state] @Words[kind + ".hint"] @Words[$"row.{number}.end"]</p>"""),
            new("made/Kind.cs", """enum Kind { Other } "lead" """),
            new("other/Trail.cs", """string Act(Words own, string act) => own["act." + act];"""),
            new("other/Stranger.cs", """ "mute" NoMember Words["far." + way] """),
        ]).ShouldBe(
        [
            "made/MadeText.restext, line 7: nobody says NoMember",
            "made/MadeText.restext, line 9: nobody says mute",
            "made/MadeText.restext, line 11: nobody says far.off",
        ]);

    private static IEnumerable<string> Unwritten(IEnumerable<Saying> sources, IReadOnlyCollection<Sentences> all) =>
        all.ToLookup(file => file.Speaker, StringComparer.Ordinal) is var sentences ? sources.SelectMany(source => source.Unwritten(sentences)) : [];
}
