using System.Linq.Expressions;

namespace DoubleRandom.Storage;

/// <summary>The order of a list by one of its columns, as a person asked for it.</summary>
internal static class Ordering
{
    /// <summary>By a column, from the smallest or from the largest.</summary>
    public static IOrderedQueryable<T> By<T, TKey>(this IQueryable<T> rows, Expression<Func<T, TKey>> column, bool descending) =>
        descending ? rows.OrderByDescending(column) : rows.OrderBy(column);
}
