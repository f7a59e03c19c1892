namespace DoubleRandom.Assignments;

/// <summary>The names of states and reasons, in the language of the present request: one vocabulary for lists, details and paper.</summary>
public static class VisitWords
{
    private static readonly Words Words = new(typeof(AssignmentRefusals));

    /// <summary>The state of a visit.</summary>
    public static string Name(this VisitState state) => Words["state." + state];

    /// <summary>A reason of the closed list.</summary>
    public static string Name(this SubstitutionReason reason) => Words["reason." + reason];
}
