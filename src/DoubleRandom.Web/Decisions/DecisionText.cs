using DoubleRandom.Decisions;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Decisions;

/// <summary>The words of what every request shows, and the colours of its states.</summary>
public static class DecisionText
{
    internal static readonly Words Words = new(typeof(DecisionText));

    /// <summary>The colour of what became of a request.</summary>
    public static Tone Tone(DecisionState state) => state switch
    {
        DecisionState.Asked => Frame.Tone.Warning,
        DecisionState.Approved => Frame.Tone.Good,
        _ => Frame.Tone.Neutral,
    };
}
