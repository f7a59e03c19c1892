namespace DoubleRandom.Architecture.Tests;

/// <summary>No formatter and no linter reads .razor files outside an editor: what every page keeps to is looked up here.</summary>
public sealed class TheMarkup
{
    private static readonly Markup[] Pages = [.. Markup.Pages];

    [Fact]
    public void Pages_scripts_and_styles_are_laid_out_alike() =>
        Pages.Concat(Markup.ScriptsAndStyles).SelectMany(file => file.Untidy()).ShouldBeEmpty();

    [Fact]
    public void A_file_laid_out_otherwise_is_found()
    {
        new Markup("made-up.css", "a {\n\tcolor: red;\r\n} \n\n").Untidy().ShouldBe(
        [
            "made-up.css, line 2: a tab",
            "made-up.css, line 2: a carriage return",
            "made-up.css, line 3: a blank at the end",
            "made-up.css: the last line does not end, or is empty",
        ]);
        new Markup("made-up.js", "go();").Untidy().ShouldBe(["made-up.js: the last line does not end, or is empty"]);
        new Markup("made-up.js", "go();\n").Untidy().ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_says_first_what_it_is_and_is_indented_by_twos() => Pages.SelectMany(page => page.Unreadable()).ShouldBeEmpty();

    [Fact]
    public void A_page_that_does_not_say_what_it_is_or_is_indented_otherwise_is_found()
    {
        new Markup("Made.razor", "@page \"/\"\n<p>\n   x\n</p>\n").Unreadable().ShouldBe(
        [
            "Made.razor, line 1: no comment that says what this is",
            "Made.razor, line 3: indented by an odd number of blanks",
        ]);
        new Markup("Made.razor", "@* A page. *@\n<p>\n  x\n</p>\n").Unreadable().ShouldBeEmpty();
        new Markup("src/Made/_Imports.razor", "@using System\n").Unreadable().ShouldBeEmpty();
    }

    [Fact]
    public void No_page_holds_what_the_content_policy_drops_what_nobody_can_hear_or_a_form_without_its_token() =>
        Pages.SelectMany(page => page.Forbidden()).ShouldBeEmpty();

    [Fact]
    public void What_no_page_may_hold_is_found()
    {
        new Markup("Made.razor", """
            @* style="x" is spoken of here. *@
            <p style="color: red" onclick="go()">x</p>
            <script>go();</script><script type="module" src="/go.js"></script>
            <img src="a.png"><img alt="A" src="a.png">
            <form method="post" @onsubmit="SaveAsync"><button>Go</button></form>
            <form method="post" @onsubmit="SaveAsync"><AntiforgeryToken /><button>Go</button></form>
            <form method="get"><button>Go</button></form>
            """).Forbidden().ShouldBe(
            [
                "Made.razor, line 2: style= is dropped by the content policy: name a class",
                "Made.razor, line 2: a handler in the page is dropped by the content policy: write a script",
                "Made.razor, line 3: a script in the page is dropped by the content policy: name a file",
                "Made.razor, line 4: a picture without alt",
                "Made.razor, line 5: a posted form without <AntiforgeryToken />",
            ]);
    }

    [Fact]
    public void What_a_page_injects_or_opens_to_view_it_names() => Pages.SelectMany(page => page.Idle(Pages)).ShouldBeEmpty();

    [Fact]
    public void What_a_page_injects_or_opens_to_view_and_does_not_name_is_found()
    {
        Markup[] pages =
        [
            new("src/DoubleRandom.Web/Made/_Imports.razor", "@using DoubleRandom.Plans\n@using DoubleRandom.WorkingDays\n@using DoubleRandom.Web\n"),
            new("src/DoubleRandom.Web/Made/Pages/Made.razor", """
                @* A page that knows nothing of Department and of the Clock. *@
                @using DoubleRandom.Access
                @using DoubleRandom.Audit
                @using DoubleRandom.Plans
                @using Microsoft.AspNetCore.Components.Web
                @using Microsoft.EntityFrameworkCore
                @inject TimeProvider Clock
                @inject SupervisionDb Db
                <form @onsubmit="SaveAsync"></form>
                @code {
                  private readonly AnnualPlan plan = Db.Plans.Where(plan => plan.By is AuditEntry).AsNoTracking().Single();
                }
                """),
        ];
        pages.SelectMany(page => page.Idle(pages)).ShouldBe(
        [
            "src/DoubleRandom.Web/Made/_Imports.razor, line 2: nothing of DoubleRandom.WorkingDays is named",
            "src/DoubleRandom.Web/Made/_Imports.razor, line 3: DoubleRandom.Web is open to view already",
            "src/DoubleRandom.Web/Made/Pages/Made.razor, line 7: Clock is injected and not used",
            "src/DoubleRandom.Web/Made/Pages/Made.razor, line 2: nothing of DoubleRandom.Access is named",
            "src/DoubleRandom.Web/Made/Pages/Made.razor, line 4: DoubleRandom.Plans is open to view already",
        ]);
    }
}
