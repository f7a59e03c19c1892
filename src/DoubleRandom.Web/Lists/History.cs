namespace DoubleRandom.Web.Lists;

/// <summary>One act in a record's history [变更记录].</summary>
/// <param name="When">The instant.</param>
/// <param name="Who">Name and department.</param>
/// <param name="Act">What was done, in words.</param>
/// <param name="Changes">What it changed.</param>
public sealed record HistoryRow(DateTimeOffset When, string Who, string Act, IReadOnlyList<Change> Changes);

/// <summary>One value before and after an act.</summary>
/// <param name="What">The field, in words.</param>
/// <param name="Before">Its former value, or null.</param>
/// <param name="After">Its new value, or null.</param>
public sealed record Change(string What, string? Before, string? After);
