using DoubleRandom.Access;

namespace DoubleRandom.Draws;

/// <summary>An act on a draw that one person asks for and another decides: one for each <see cref="DrawRequestKind"/>.</summary>
public interface IDecidedAct
{
    /// <summary>What it does.</summary>
    DrawRequestKind Kind { get; }

    /// <summary>The right that asking takes.</summary>
    Right Asks => Right.HoldDraws;

    /// <summary>The right that deciding takes.</summary>
    Right Decides => Right.ApproveDraws;

    /// <summary>Refuses at once what could not be carried out as things stand; else tells what it concerns.</summary>
    Task<Outcome<Concerned>> JudgeAsync(DrawWanted wanted, CancellationToken stop);

    /// <summary>Why this person may not decide though the right is there, beside what holds for every request; null when he may.</summary>
    Task<Refusal?> BarsAsync(Actor decider, DrawRequest request, CancellationToken stop) => Task.FromResult<Refusal?>(null);

    /// <summary>
    /// Does it in one act with the decision: whoever carries out calls <see cref="Decisions.Decision.Approve"/> on the request right before the commit.
    /// Refused when things have changed since; then the request still waits.
    /// </summary>
    Task<Refusal?> CarryOutAsync(Actor decider, DrawRequest request, CancellationToken stop);
}

/// <summary>What a request concerns.</summary>
/// <param name="Attempt">The attempt; 0 before the commitment.</param>
/// <param name="Department">Whose head decides.</param>
/// <param name="Row">Of two requests for one thing at the same moment the second finds this row changed.</param>
public sealed record Concerned(int Attempt, Department Department, EditableRow Row);
