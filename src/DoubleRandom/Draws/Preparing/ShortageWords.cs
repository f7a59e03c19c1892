using DoubleRandom.Directories;
using DoubleRandom.Verifiable.Matching;

namespace DoubleRandom.Draws.Preparing;

/// <summary>Says which inspectors are missing and what would lawfully cure it [人员缺口说明]; never that somebody be picked by hand.</summary>
internal static class ShortageWords
{
    private const int MostLines = 5;

    /// <summary>The refusal of a draw for which no teams can exist.</summary>
    public static Refusal Refuse(IReadOnlyList<Shortage> shortages, DateOnly from, DateOnly to) => new(
        "draw.no-match",
        DrawRefusals.Words.InChinese("draw.no-match", Lines(shortages, english: false), Day(from), Day(to)),
        DrawRefusals.Words.InEnglish("draw.no-match", Lines(shortages, english: true), Day(from), Day(to)),
        "R34");

    /// <summary>One sentence per shortage, in the language of the request.</summary>
    public static IReadOnlyList<string> Sentences(IReadOnlyList<Shortage> shortages) =>
        [.. shortages.Take(MostLines).Select(s => Line(s, System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en"))];

    private static string Lines(IReadOnlyList<Shortage> shortages, bool english) =>
        string.Join(english ? "; " : "；", shortages.Take(MostLines).Select(s => Line(s, english)));

    private static string Line(Shortage shortage, bool english)
    {
        Func<string, object?[], string> say = english ? DrawRefusals.Words.InEnglish : DrawRefusals.Words.InChinese;
        var asked = shortage.Qualifications.Select(q => q.StartsWith("item:", StringComparison.Ordinal) ? say("shortage.scope", [q[5..]]) : say("shortage.qualification", [q])).ToList();
        if (shortage.IsLeader)
        {
            asked.Insert(0, say("shortage.leader", []));
        }

        return say("shortage.line", [
            english ? shortage.Department : ExclusionReason.NameOf(shortage.Department),
            asked.Count == 0 ? say("shortage.anybody", []) : string.Join(english ? ", " : "、", asked),
            Town.NameOf(shortage.Area),
            shortage.Slots,
            shortage.Inspectors,
        ]);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", null);
}
