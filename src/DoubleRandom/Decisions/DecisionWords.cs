namespace DoubleRandom.Decisions;

/// <summary>The names of what became of a request, in the language of the present request: one vocabulary for all kinds.</summary>
public static class DecisionWords
{
    private static readonly Words Words = new(typeof(DecisionRefusals));

    /// <summary>What became of it.</summary>
    public static string Name(this DecisionState state) => Words["state." + state];
}
