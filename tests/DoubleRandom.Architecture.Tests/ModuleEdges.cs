namespace DoubleRandom.Architecture.Tests;

/// <summary>Who may look at whom inside the product: the one table; a module not named here may look at nobody and fails the test.</summary>
internal static class ModuleEdges
{
    private static readonly string[] Ground = ["Audit", "Access", "WorkingDays", "Sheets", "Reminders"];
    private static readonly string[] Lists = ["Items", "Directories", "Imports", "Log", .. Ground];
    private static readonly string[] Work = ["Draws", "Plans", .. Lists];

    /// <summary>Module → the modules it may look at. Everybody sees the root namespace and Storage; Storage sees everybody.</summary>
    public static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Audit"] = [],
        ["Sheets"] = [],
        ["Access"] = ["Audit"],
        ["WorkingDays"] = ["Access", "Audit"],
        ["Reminders"] = ["Access", "Audit", "WorkingDays"],
        ["Log"] = Ground,
        ["Imports"] = Ground,
        ["Items"] = ["Imports", "Log", .. Ground],
        ["Directories"] = ["Items", "Imports", "Log", .. Ground],
        ["Plans"] = Lists,
        ["Draws"] = ["Plans", .. Lists],
        ["Assignments"] = Work,
        ["Inspections"] = ["Assignments", .. Work],
        ["Publication"] = ["Inspections", "Assignments", .. Work],
        ["Demo"] = ["Publication", "Inspections", "Assignments", .. Work],
    };

    /// <summary>Whether a type of the first namespace may use one of the second.</summary>
    public static bool Permits(string from, string to) =>
        from == to || from is "" or "Storage" || to is "" or "Storage" || (Allowed.TryGetValue(from, out var seen) && seen.Contains(to));

    /// <summary>The module of a namespace: <c>DoubleRandom.Plans.X</c> → <c>Plans</c>; "" for the root; null outside the product.</summary>
    public static string? ModuleOf(string @namespace) => @namespace.Split('.') switch
    {
        ["DoubleRandom"] => "",
        ["DoubleRandom", "Verifiable" or "Web" or "Cli" or "Testing", ..] => null,
        ["DoubleRandom", var module, ..] => module,
        _ => null,
    };
}
