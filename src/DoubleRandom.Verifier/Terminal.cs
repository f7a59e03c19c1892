using System.CommandLine;

namespace DoubleRandom.Verifier;

/// <summary>How sentences reach the person at the terminal: Chinese first, English beside it.</summary>
internal static class Terminal
{
    /// <summary>A sentence in both languages, as help texts and errors show it.</summary>
    public static string Both(this Words words, string key, params object?[] gaps) =>
        $"{words.InChinese(key, gaps)} / {words.InEnglish(key, gaps)}";

    /// <summary>Text from a foreign file or message, made harmless: control characters would steer the terminal.</summary>
    public static string OneLine(string text) =>
        string.Create(text.Length, text, (line, source) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });

    /// <summary>Says why not, one line for each reason, on the error output.</summary>
    /// <returns><see cref="ExitCode.Unusable"/>.</returns>
    public static int Refuse(this ParseResult line, Refusal refusal)
    {
        foreach (var one in refusal.All)
        {
            line.InvocationConfiguration.Error.WriteLine(OneLine($"{one.Because} / {one.InEnglish}"));
        }

        return ExitCode.Unusable;
    }

    /// <summary>Says what came of an act: its value in words on the output, or why not.</summary>
    public static int Say<T>(this ParseResult line, Outcome<T> outcome, Func<T, string> words)
    {
        if (outcome.Refused(out var refusal))
        {
            return line.Refuse(refusal);
        }

        line.InvocationConfiguration.Output.WriteLine(words(outcome.Value));
        return ExitCode.Done;
    }
}
