using DoubleRandom.Draws;
using DoubleRandom.Draws.Deciding;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Reading;
using DoubleRandom.Web.Frame;

namespace DoubleRandom.Web.Draws;

/// <summary>The words of all pages of the draw, and the colours of its states.</summary>
public static class DrawText
{
    internal static readonly Words Words = new(typeof(DrawText));

    /// <summary>What the public randomness is called.</summary>
    public static string BeaconTitle => Words["beacon"];

    /// <summary>What its value is called.</summary>
    public static string BeaconValue => Words["beacon.value"];

    /// <summary>A source of public randomness.</summary>
    public static string Of(BeaconSource source) => Words["beacon." + source];

    /// <summary>The steps of a ceremony in their order.</summary>
    public static IReadOnlyList<string> Steps => [Words["step.preview"], Words["step.commit"], Words["step.contribute"], Words["step.seal"], Words["step.open"]];

    /// <summary>Which step an attempt waits for.</summary>
    public static int Step(AttemptView attempt) => 2 + (int)attempt.Step;

    /// <summary>A state in words.</summary>
    public static string Of(DrawState state) => Words["state." + state];

    /// <summary>How many were drawn, with the supplements beside them; none before the draw.</summary>
    public static string Drawn(int? drawn, int added) =>
        drawn is null ? Say.None : added == 0 ? Say.Number(drawn.Value) : Words.Say("drawn.more", drawn, added);

    /// <summary>What a draw waits for, in words.</summary>
    public static string Of(DrawWait wait) => Words["wait." + wait];

    /// <summary>Why something was changed: a substitution's reason in words, else as it was written.</summary>
    public static string Reason(ChangeView change) => Reason(change.Reason);

    /// <summary>A reason that is a code of a closed list in words, else as it was written.</summary>
    public static string Reason(string reason) => Words.Find("substitution." + reason) ?? reason;

    /// <summary>The colour of a state, to clerks and to the public.</summary>
    public static Tone Tone(DrawState state) => state switch
    {
        DrawState.Opened => Frame.Tone.Good,
        DrawState.Voided => Frame.Tone.Bad,
        _ => Frame.Tone.Ongoing,
    };

    /// <summary>What is asked for, in words.</summary>
    public static string Of(DrawRequestKind kind) => Words["request." + kind];

    /// <summary>What a request says beside its reason, each with its label; what its kind does not need is left out.</summary>
    internal static IEnumerable<(string Label, string Value)> Facts(DrawRequestView view) => new (string Label, string? Value)[]
    {
        (Words["void.code"], view.Request.Code is { } code ? CodeName(view.Request.Kind, code) : null),
        (Words["replace.task"], view.Part),
        (Words["stratum"], view.Request.Stratum is { Length: > 0 } stratum ? stratum : null),
        (Words["subject"], view.Subject is { } subject ? $"{subject}（{view.Request.SubjectCode}）" : null),
        (Words["extend.count"], view.Request.Count is { } count ? Say.Number(count, "households") : null),
        (Words["request.slot"], view.Request.Slot),
        (Words["replace.evidence"], view.Request.Evidence),
    }.Where(fact => fact.Value is not null).Select(fact => (fact.Label, fact.Value!));

    private static string? CodeName(DrawRequestKind kind, string code) => kind switch
    {
        DrawRequestKind.LeaveOut => Forms.Choice.Chosen<LeftOutReason>(code) is { } reason ? ExclusionReason.Say(reason) : code,
        DrawRequestKind.Repeat => Words["repeat." + code],
        _ => Words["void." + code],
    };

    /// <summary>The address of a request.</summary>
    public static string Request(Id<DrawRequest> id) => $"/draws/requests/{id}";

    /// <summary>The address of a draw.</summary>
    public static string Href(string number) => "/draws/" + Uri.EscapeDataString(number);

    /// <summary>Where every page of a draw stands.</summary>
    public static IReadOnlyList<(string, string)> Trail(string? number = null) =>
        number is null ? [(Words["home"], "/"), (Words["draws"], "/draws")] : [(Words["home"], "/"), (Words["draws"], "/draws"), (number, Href(number))];
}
