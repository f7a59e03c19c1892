namespace DoubleRandom.Cli;

/// <summary>
/// Where passphrases, passwords and the values of witnesses come from [口令的来源]: an environment variable, or one line of the standard
/// input; never an argument, which every user of the machine could read.
/// </summary>
internal static class SecretInput
{
    private static readonly Words Words = new(typeof(SecretInput));

    /// <summary>The secret, or "" where none was given.</summary>
    /// <param name="variable">Name of the environment variable that is asked first.</param>
    /// <param name="asked">What is asked for at a terminal; null: a passphrase.</param>
    public static string Read(string variable, string? asked = null) =>
        Environment.GetEnvironmentVariable(variable) ?? (Console.IsInputRedirected ? Console.In.ReadLine() ?? "" : Typed(asked ?? Words.Both("asked")));

    private static string Typed(string asked)
    {
        Console.Error.Write(asked + ": ");
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
            {
                typed.Length--;
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
