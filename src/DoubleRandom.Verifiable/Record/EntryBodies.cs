using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Log;

namespace DoubleRandom.Verifiable.Record;

/// <summary>The table of entry types (条目类型, A.4, A.11.13).</summary>
internal static class EntryBodies
{
    private static readonly string[] OwnPrefixes = ["plan.", "draw.", "witness.", "inspector."];

    public static Answer<EntryBody> Parse(string type, JsonObject body) => type switch
    {
        "plan.registered" => Members.Read<EntryBody>(body, type, PlanRegistered.Names, PlanRegistered.Read),
        "draw.commit" => Members.Read<EntryBody>(body, type, CommitRecord.Names, CommitRecord.Read),
        "witness.commit" => Members.Read<EntryBody>(body, type, WitnessCommit.Names, WitnessCommit.Read),
        "witness.reveal" => Members.Read<EntryBody>(body, type, WitnessReveal.Names, WitnessReveal.Read),
        "draw.beacon" => BeaconValue.Parse(body),
        "draw.sealed" => Members.Read<EntryBody>(body, type, DrawSealed.Names, DrawSealed.Read),
        "draw.extend" => Members.Read<EntryBody>(body, type, DrawExtend.Names, DrawExtend.Read),
        "draw.replace" => Members.Read<EntryBody>(body, type, DrawReplace.Names, DrawReplace.Read),
        "inspector.substitute" => Members.Read<EntryBody>(body, type, InspectorSubstitute.Names, InspectorSubstitute.Read),
        "draw.void" => Members.Read<EntryBody>(body, type, DrawVoid.Names, DrawVoid.Read),
        "draw.opened" => Members.Read<EntryBody>(body, type, DrawOpened.Names, DrawOpened.Read),
        _ when type.Length > 0 && !Array.Exists(OwnPrefixes, prefix => type.StartsWith(prefix, StringComparison.Ordinal)) => new OtherEntry(type, body),
        _ => new Fault("entry.type", $"本格式没有类型为“{type}”的条目。", $"The format has no entry type '{type}'."),
    };
}
