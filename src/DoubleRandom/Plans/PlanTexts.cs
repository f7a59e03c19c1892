namespace DoubleRandom.Plans;

/// <summary>What the office types of a plan itself: its name, and the cases of replacement, one a line.</summary>
internal static class PlanTexts
{
    private const int MostCases = 10;
    private const int LongestCase = 100;

    public static List<string> Lines(string? typed) =>
        [.. (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    public static IEnumerable<Refusal> Faults(string name, string? replacements)
    {
        if (name.Trim().Length is 0 or > 200)
        {
            yield return PlanRefusals.Words.Refuse("plan.name-missing", "R7").At("Name");
        }

        var cases = Lines(replacements);
        if (cases.Count > MostCases || cases.Exists(c => c.Length is < 2 or > LongestCase || c.Any(char.IsControl)))
        {
            yield return PlanRefusals.Words.Refuse("plan.replacements", null, MostCases, LongestCase).At("Replacements");
        }
    }
}
