using System.Globalization;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;

namespace DoubleRandom.Verifiable.Matching;

/// <summary>One place in a team, filled (组员, A.8).</summary>
/// <param name="Slot">The slot's id, <c>bundle/department/number</c>.</param>
/// <param name="Department">The department.</param>
/// <param name="Inspector">The inspector's id.</param>
/// <param name="IsLeader">True for the team's leader slot only.</param>
public sealed record TeamMember(string Slot, string Department, string Inspector, bool IsLeader)
{
    internal static readonly string[] Names = ["dept", "inspector", "leader", "slot"];

    internal JsonObject ToJson() =>
        Json.Object(("dept", Department), ("inspector", Inspector), ("leader", IsLeader), ("slot", Slot));

    internal static TeamMember Read(Members members) =>
        new(members.Text("slot"), members.Id("dept"), members.Id("inspector"), members.Truth("leader"));
}

/// <summary>Subjects that one team visits together (检查组与其对象, A.8): same batch, area and items.</summary>
/// <param name="Id">b00001, b00002 …; wider past 99999.</param>
/// <param name="Batch">Batch number from 1.</param>
/// <param name="Area">The subjects' area.</param>
/// <param name="Items">Items to inspect, ascending.</param>
/// <param name="Subjects">Ids in draw order, at most <see cref="MatchRules.BundleMax"/>.</param>
/// <param name="Team">The team by slot; empty until matched.</param>
public sealed record Bundle(
    string Id,
    int Batch,
    string Area,
    IReadOnlyList<string> Items,
    IReadOnlyList<string> Subjects,
    IReadOnlyList<TeamMember> Team)
{
    internal static readonly string[] Names = ["area", "batch", "id", "items", "objects", "team"];

    /// <summary>Bundles the drawn subjects; <paramref name="areaOf"/> gives a subject's area.</summary>
    public static IReadOnlyList<Bundle> Of(IEnumerable<SelectedSubject> inDrawOrder, Func<string, string> areaOf, int bundleMax) =>
        inDrawOrder
            .GroupBy(subject => new { subject.Batch, Area = areaOf(subject.Id), Items = string.Join(',', subject.Items) })
            .OrderBy(group => group.Key.Batch)
            .ThenBy(group => group.Key.Area, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Items, StringComparer.Ordinal)
            .SelectMany(group => group.Chunk(bundleMax).Select(run => new { group.Key, Run = run }))
            .Select((cut, i) => new Bundle(
                "b" + (i + 1).ToString("D5", CultureInfo.InvariantCulture),
                cut.Key.Batch,
                cut.Key.Area,
                cut.Run[0].Items,
                cut.Run.Select(subject => subject.Id).ToArray(),
                []))
            .ToArray();

    /// <summary>The bundle as the result holds it.</summary>
    public JsonObject ToJson() => Json.Object(
        ("area", Area),
        ("batch", Batch),
        ("id", Id),
        ("items", Json.Texts(Items)),
        ("objects", Json.Texts(Subjects)),
        ("team", TeamToJson()));

    internal JsonArray TeamToJson() => Json.Array(Team.Select(member => member.ToJson()));

    internal static Bundle Read(Members members) => new(
        members.Text("id"),
        members.Integer("batch", 1),
        members.Id("area"),
        members.Ascending("items", RecordId.IsValid),
        members.Texts("objects", RecordId.IsValid),
        members.List("team", TeamMember.Names, TeamMember.Read));
}
