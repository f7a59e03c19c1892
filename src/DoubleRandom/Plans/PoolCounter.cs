using DoubleRandom.Directories;
using DoubleRandom.Items;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Plans;

/// <summary>What can empty a pool: one group of conditions, or the items themselves.</summary>
public enum PoolCondition
{
    /// <summary>所属乡镇.</summary>
    Towns,

    /// <summary>对象类型.</summary>
    Kinds,

    /// <summary>行业.</summary>
    Industries,

    /// <summary>信用风险等级.</summary>
    Risks,

    /// <summary>监管标签.</summary>
    Tags,

    /// <summary>The kinds and tags to which the items apply.</summary>
    Items,
}

/// <summary>One risk class of a pool.</summary>
/// <param name="Risk">The class.</param>
/// <param name="Pool">Subjects of that class in the pool.</param>
/// <param name="Share">The share asked for; null where none is, or where a count is asked for over all.</param>
/// <param name="Quota">How many a draw would take of it; null where a count is asked for over all.</param>
public sealed record PoolClass(RiskClass Risk, int Pool, BasisPoints? Share, int? Quota);

/// <summary>The numbers of a planned task [抽取库户数、目标户数], before the exclusions that only the draw knows.</summary>
/// <param name="Pool">Subjects in business that meet the conditions and to which an item applies.</param>
/// <param name="Quota">How many a draw would take.</param>
/// <param name="Classes">Per risk class, those of the pool and those asked for.</param>
/// <param name="EmptiedBy">For an empty pool: the conditions without any one of which it would not be empty.</param>
/// <param name="IsDirectoryEmpty">Whether the county has no subject in business at all.</param>
public sealed record PoolCount(int Pool, int Quota, IReadOnlyList<PoolClass> Classes, IReadOnlyList<PoolCondition> EmptiedBy, bool IsDirectoryEmpty);

/// <summary>Counts the pool of a task while it is planned. The directory is read once for a request, however many tasks ask.</summary>
[PerRequest]
public sealed class PoolCounter(SupervisionDb db)
{
    private List<Line>? directory;

    /// <summary>The numbers for these conditions, items and wish; a share above 100 % counts as 100 %.</summary>
    public async Task<PoolCount> CountAsync(SubjectFilter filter, IReadOnlyCollection<Item> items, QuotaWish quota, CancellationToken stop = default)
    {
        var sizes = (await DirectoryAsync(stop)).Where(line => In(line, filter, items)).CountBy(line => line.Risk).ToDictionary();
        var pool = sizes.Values.Sum();
        return new(pool, QuotaOf(quota, sizes), Classes(quota, sizes), pool > 0 ? [] : [.. Enum.GetValues<PoolCondition>().Where(c => Empties(c, filter, items))], directory!.Count == 0);
    }

    /// <summary>The same by item codes, as a page asks it; codes that name no item are left out.</summary>
    public async Task<PoolCount> CountAsync(SubjectFilter filter, IReadOnlyCollection<string> itemCodes, QuotaWish quota, CancellationToken stop = default) =>
        await CountAsync(filter, await db.Items.AsNoTracking().Where(i => itemCodes.Contains(i.Code)).ToListAsync(stop), quota, stop);

    /// <summary>The tags that subjects in business carry, as a form offers them.</summary>
    public async Task<IReadOnlyList<string>> TagsAsync(CancellationToken stop = default) =>
        [.. (await DirectoryAsync(stop)).SelectMany(line => line.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("zh-CN"), ignoreCase: false))];

    private async Task<List<Line>> DirectoryAsync(CancellationToken stop) => directory ??= await db.Subjects.AsNoTracking()
        .Where(s => s.State == RegistrationState.InBusiness)
        .Select(s => new Line(s.Town, s.Kind, s.Industry, s.Risk, s.Tags))
        .ToListAsync(stop);

    private static bool In(Line line, SubjectFilter filter, IReadOnlyCollection<Item> items) =>
        filter.Takes(line.Town, line.Kind, line.Industry, line.Risk, line.Tags)
        && (items.Count == 0 || items.Any(item => item.AppliesTo(line.Kind, line.Tags)));

    private static int QuotaOf(QuotaWish wish, Dictionary<RiskClass, int> sizes) =>
        wish.Count ?? sizes.Sum(size => HalfUp(size.Value, wish.Shares.GetValueOrDefault(size.Key)));

    private static PoolClass[] Classes(QuotaWish wish, Dictionary<RiskClass, int> sizes) =>
        [.. Enum.GetValues<RiskClass>()
            .OrderBy(risk => risk == RiskClass.N)
            .Where(risk => sizes.ContainsKey(risk) || wish.Shares.ContainsKey(risk))
            .Select(risk => (Risk: risk, Pool: sizes.GetValueOrDefault(risk), Share: wish.Shares.GetValueOrDefault(risk)))
            .Select(c => new PoolClass(c.Risk, c.Pool, c.Share == 0 ? null : BasisPoints.Of(Math.Clamp(c.Share, 0, 10_000)), wish.Count is null ? HalfUp(c.Pool, c.Share) : null))];

    /// <summary>The draw's own rule (四舍五入), see docs/spec A.5.</summary>
    private static int HalfUp(int size, int share) => (int)((((long)size * Math.Clamp(share, 0, 10_000)) + 5_000) / 10_000);

    private bool Empties(PoolCondition condition, SubjectFilter filter, IReadOnlyCollection<Item> items)
    {
        var without = condition switch
        {
            PoolCondition.Towns => filter with { Towns = [] },
            PoolCondition.Kinds => filter with { Kinds = [] },
            PoolCondition.Industries => filter with { Industries = [] },
            PoolCondition.Risks => filter with { Risks = [] },
            PoolCondition.Tags => filter with { Tags = [] },
            _ => filter,
        };
        return directory!.Exists(line => In(line, without, condition == PoolCondition.Items ? [] : items));
    }

    private sealed record Line(string Town, SubjectKind Kind, string? Industry, RiskClass Risk, List<string> Tags);
}
