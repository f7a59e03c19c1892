using System.Diagnostics.CodeAnalysis;

namespace DoubleRandom;

/// <summary>The id of one kind of thing: a UUIDv7 typed by what it names, so that a plan's id never passes for a task's.</summary>
/// <typeparam name="T">What it names, e.g. <c>Id&lt;AnnualPlan&gt;</c>.</typeparam>
/// <param name="Value">The UUIDv7.</param>
public readonly record struct Id<T>(Guid Value) : IComparable<Id<T>>, IParsable<Id<T>>
{
    /// <summary>A new id, ordered by the given clock's time.</summary>
    public static Id<T> New(TimeProvider clock) => new(Uuid7.New(clock));

    /// <summary>The id that a form brought for the record it makes, so that a form sent twice makes one record; a new one where it brought no UUIDv7.</summary>
    public static Id<T> Of(Guid? form, TimeProvider clock) => form is { Version: 7 } brought ? new(brought) : New(clock);

    /// <inheritdoc />
    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    /// <inheritdoc />
    public static Id<T> Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return parsed;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
