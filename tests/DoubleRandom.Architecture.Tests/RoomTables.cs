namespace DoubleRandom.Architecture.Tests;

/// <summary>Who may look at whom in the core, in the product and in the web: the three tables, and what docs/architecture.md tells in words.</summary>
internal static class RoomTables
{
    /// <summary>What a citizen re-runs: each room looks to the left only.</summary>
    public static RoomTable Core { get; } = RoomTable.InOrder(
        "DoubleRandom.Verifiable", "Bytes", "Hashing", "Log", "Lists", "Drawing", "Matching", "Record", "Checks", "");

    /// <summary>The product. Everybody sees the root and the store; the store maps the rows of everybody.</summary>
    public static RoomTable Product { get; } = new("DoubleRandom", Modules())
    {
        Composers = ["ProductModule"],
        Common = "Storage",
        Others = ["Verifiable", "Web", "Cli", "Verifier", "Testing", "Tests", "Architecture"],
    };

    /// <summary>The web: what stands around every page, then the pages in the order of the work.</summary>
    public static RoomTable Web { get; } = RoomTable.InOrder(
        "DoubleRandom.Web",
        "", "Frame", "Forms", "Lists", "Decisions", "Layout", "Audit", "Access", "Log", "Imports", "Items", "Directories", "WorkingDays", "Plans", "Draws",
        "Verifying", "Assignments", "Inspections", "Portal", "Ceremony", "Pages") with
    {
        Composers = ["Program", "App", "WebRooms", "FirstStart"],
    };

    private static Dictionary<string, IReadOnlyList<string>> Modules()
    {
        string[] ground = ["", "Audit", "Access", "WorkingDays", "Sheets", "Reminders", "NightWork", "Decisions"];
        string[] lists = [.. ground, "Log", "Imports", "Items", "Directories"];
        string[] plans = [.. lists, "Plans", "Plans.Reading"];
        string[] draws = [.. plans, "Draws", "Draws.Preparing", "Draws.Holding", "Draws.Changing", "Draws.Opening", "Draws.Deciding", "Draws.Reading"];
        string[] work = [.. draws, "Assignments", "Inspections", "Publication"];
        string[] demo = [.. work, "Demo.County", "Demo.Dirty", "Demo"];
        return new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [""] = [],
            ["Audit"] = [""],
            ["Sheets"] = [""],
            ["NightWork"] = [""],
            ["Access"] = ["", "Audit"],
            ["WorkingDays"] = ["", "Audit", "Access"],
            ["Reminders"] = ["", "Audit", "Access", "WorkingDays"],
            ["Decisions"] = ["", "Audit", "Access", "WorkingDays", "Reminders"],
            ["Log"] = ground,
            ["Imports"] = ground,
            ["Items"] = [.. ground, "Log", "Imports"],
            ["Directories"] = [.. ground, "Log", "Imports", "Items"],
            ["Plans"] = lists,
            ["Plans.Reading"] = [.. lists, "Plans"],
            ["Draws"] = plans,
            ["Draws.Preparing"] = Before(draws, "Draws.Preparing"),
            ["Draws.Holding"] = Before(draws, "Draws.Holding"),
            ["Draws.Changing"] = Before(draws, "Draws.Changing"),
            ["Draws.Opening"] = Before(draws, "Draws.Opening"),
            ["Draws.Deciding"] = Before(draws, "Draws.Deciding"),
            ["Draws.Reading"] = Before(draws, "Draws.Reading"),
            ["Assignments"] = draws,
            ["Inspections"] = Before(work, "Inspections"),
            ["Publication"] = Before(work, "Publication"),
            ["Demo.County"] = [""],
            ["Demo.Dirty"] = ["", "Demo.County"],
            ["Demo"] = Before(demo, "Demo"),
        };
    }

    private static string[] Before(string[] order, string room) => [.. order.TakeWhile(other => other != room)];
}
