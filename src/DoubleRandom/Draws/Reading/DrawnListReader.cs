using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Sheets;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Draws.Reading;

/// <summary>A member of a team as lists show him.</summary>
public sealed record TeamMemberRow(string Slot, string Number, string Name, string Department, bool IsLeader, bool IsSubstitute);

/// <summary>How a subject came onto the list [来源].</summary>
public enum DrawnOrigin
{
    /// <summary>Drawn and sealed [抽中].</summary>
    Drawn,

    /// <summary>Added by a supplement [追加].</summary>
    Supplement,

    /// <summary>Stands in for a replaced one [替补].</summary>
    Replacement,
}

/// <summary>Why a subject was replaced, and the code of the one that stands in.</summary>
public sealed record ReplacedBy(string Reason, string StandIn);

/// <summary>A drawn subject with its team; a replaced one stays, with why and by whom.</summary>
public sealed record DrawnRow(
    int Place, int Batch, string Code, string Name, string Town, string? Address, IReadOnlyList<string> Items, IReadOnlyList<string> Tasks,
    string? Bundle, DrawnOrigin Origin, ReplacedBy? Replaced, IReadOnlyList<TeamMemberRow> Team)
{
    /// <summary>The items by name, in the order of their codes; an item that left the list by its code.</summary>
    public required IReadOnlyList<string> ItemNames { get; init; }

    /// <summary>What a list remarks on it; "" for an ordinary one.</summary>
    public string Remark => Replaced is { } by
        ? DrawRefusals.Words.Say("remark.replaced", by.StandIn, by.Reason)
        : Origin == DrawnOrigin.Drawn ? "" : DrawRefusals.Words["remark." + Origin];
}

/// <summary>Reads drawn names and teams [抽中名单]: only with the right to, and each look at an unopened list is in the trail.</summary>
[PerRequest]
public sealed class DrawnListReader(SupervisionDb db)
{
    /// <summary>The list of the latest attempt. Refused: no right, <c>draw.no-such</c>, <c>draw.not-sealed</c>.</summary>
    public async Task<Outcome<List<DrawnRow>>> ListAsync(Actor actor, string number, CancellationToken stop = default)
    {
        var draw = await db.Draws.AsNoTracking().Where(d => d.Number == number).OrderByDescending(d => d.Attempt).FirstOrDefaultAsync(stop);
        if (draw is null)
        {
            return DrawRefusals.Of("draw.no-such", null, number);
        }

        if (actor.Refuse(draw.OpenedAt is null ? Right.ReadSealedDraws : Right.ReadRegisters) is { } no)
        {
            return no;
        }

        if (draw.SealedAt is null)
        {
            return DrawRefusals.Of("draw.not-sealed", null, DrawRefusals.Words.Gap("state." + draw.State));
        }

        if (draw.OpenedAt is null)
        {
            db.Note(actor, new Act("draw.names-read"), StoredKind.Of<Draw>(), draw.Ceremony);
            if (await db.CommitAsync(actor, new Act("draw.names-read"), stop) is { } lost)
            {
                return lost;
            }
        }

        return await RowsAsync(draw, stop);
    }

    /// <summary>The list and the teams as XLSX. Refused as the list is.</summary>
    public async Task<Outcome<byte[]>> ToSheetAsync(Actor actor, string number, CancellationToken stop = default)
    {
        var list = await ListAsync(actor, number, stop);
        if (list.Refused(out var no))
        {
            return no;
        }

        var words = DrawRefusals.Words;
        using var memory = new MemoryStream();
        SheetWriter.Write(memory, [
            new SheetPage(
                words["sheet.subjects"],
                [words["sheet.place"], words["sheet.code"], words["sheet.name"], words["sheet.town"], words["sheet.address"], words["sheet.items"], words["sheet.bundle"], words["sheet.team"], words["sheet.remark"]],
                list.Value.Select(r => (IReadOnlyList<object?>)
                    [r.Place, r.Code, r.Name, r.Town, r.Address, string.Join('、', r.ItemNames), r.Bundle, string.Join('、', r.Team.Select(Member)), r.Remark])),
            new SheetPage(
                words["sheet.teams"],
                [words["sheet.bundle"], words["sheet.slot"], words["sheet.department"], words["sheet.number"], words["sheet.inspector"], words["sheet.leader"]],
                list.Value.Where(r => r.Bundle is not null).DistinctBy(r => r.Bundle).SelectMany(r => r.Team.Select(m => (IReadOnlyList<object?>)
                    [r.Bundle, m.Slot, m.Department, m.Number, m.Name, m.IsLeader ? words["sheet.yes"] : ""]))),
        ]);
        return memory.ToArray();

        string Member(TeamMemberRow m) => m.IsLeader ? words.Say("sheet.leads", m.Name) : m.Name;
    }

    private async Task<List<DrawnRow>> RowsAsync(Draw draw, CancellationToken stop)
    {
        var subjects = await (
            from drawn in db.DrawnSubjects.AsNoTracking()
            join subject in db.Subjects on drawn.Subject equals subject.Id
            where drawn.Draw == draw.Number && drawn.Attempt == draw.Attempt
            orderby drawn.Place
            select new { Drawn = drawn, subject.Name, subject.Town, subject.Address }).ToListAsync(stop);
        var places = await (
            from place in db.TeamPlaces.AsNoTracking()
            join inspector in db.Inspectors on place.Holder equals inspector.Id
            where place.Draw == draw.Number && place.Attempt == draw.Attempt
            select new { Place = place, inspector.Number, inspector.Name }).ToListAsync(stop);
        var teams = places.ToLookup(p => p.Place.Bundle, p => new TeamMemberRow(
            p.Place.Slot, p.Number, p.Name, p.Place.Department.Name, p.Place.IsLeader, p.Place.Holder != p.Place.Matched));
        var changes = await db.DrawChanges.AsNoTracking().Where(c => c.Draw == draw.Number && c.Attempt == draw.Attempt).ToListAsync(stop);
        var later = await LaterTeamsAsync(draw, stop);
        var items = await db.Items.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Name, stop);
        return [.. subjects.Select(s => new DrawnRow(
            s.Drawn.Place, s.Drawn.Batch, s.Drawn.SubjectCode, s.Name, Town.NameOf(s.Town), s.Address, s.Drawn.Items, s.Drawn.Tasks,
            s.Drawn.MatchedBy is null ? s.Drawn.Bundle : later[s.Drawn.Subject].Bundle, OriginOf(s.Drawn, changes), changes.Find(c => c.Index == s.Drawn.ReplacedAt) is { } by ? new ReplacedBy(by.Reason, by.Names[0]) : null,
            [.. (s.Drawn.MatchedBy is not null ? later[s.Drawn.Subject].Team : s.Drawn.Bundle is null ? [] : teams[s.Drawn.Bundle])
                .OrderByDescending(m => m.IsLeader).ThenBy(m => m.Slot, StringComparer.Ordinal)])
        {
            ItemNames = [.. s.Drawn.Items.Select(code => items.GetValueOrDefault(code, code))],
        })];
    }

    /// <summary>The teams that second stages gave to subjects of this draw; their bundles are named with the stage, e.g. <c>m1 b00001</c>.</summary>
    private async Task<IReadOnlyDictionary<Id<Subject>, (string? Bundle, IEnumerable<TeamMemberRow> Team)>> LaterTeamsAsync(Draw first, CancellationToken stop)
    {
        var stages = (await db.Draws.AsNoTracking().Where(d => d.StageOf == first.Number && d.SealedAt != null && d.State != DrawState.Voided).ToListAsync(stop))
            .ToDictionary(d => d.Number, d => d.Attempt, StringComparer.Ordinal);
        var numbers = stages.Keys.ToArray();
        var held = await db.DrawnSubjects.AsNoTracking().Where(d => numbers.Contains(d.Draw)).ToListAsync(stop);
        var places = (await (
            from place in db.TeamPlaces.AsNoTracking()
            join inspector in db.Inspectors on place.Holder equals inspector.Id
            where numbers.Contains(place.Draw)
            select new { Place = place, inspector.Number, inspector.Name }).ToListAsync(stop)).ToLookup(
                p => (p.Place.Draw, p.Place.Attempt, p.Place.Bundle),
                p => new TeamMemberRow(p.Place.Slot, p.Number, p.Name, p.Place.Department.Name, p.Place.IsLeader, p.Place.Holder != p.Place.Matched));
        return held.Where(d => d.Bundle is not null && stages[d.Draw] == d.Attempt).ToDictionary(
            d => d.Subject,
            d => ((string?)$"{d.Draw[(first.Number.Length + 1)..]} {d.Bundle}", places[(d.Draw, d.Attempt, d.Bundle!)]));
    }

    private static DrawnOrigin OriginOf(DrawnSubject drawn, List<DrawChange> changes) =>
        drawn.NoticeProof.Length > 0 ? DrawnOrigin.Drawn
        : changes.Exists(c => c.Type == DrawChange.Extend && c.Names.Contains(drawn.SubjectCode)) ? DrawnOrigin.Supplement
        : DrawnOrigin.Replacement;
}
