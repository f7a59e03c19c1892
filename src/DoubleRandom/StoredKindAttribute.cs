using System.Collections.Concurrent;
using System.Reflection;

namespace DoubleRandom;

/// <summary>
/// What the trail calls records of a class [记录种类]. It is stored, so it stays as it is however the class is renamed, and no other class ever
/// takes it.
/// </summary>
/// <param name="name">The name, e.g. <c>Visit</c>; at most 64 characters.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StoredKindAttribute(string name) : Attribute
{
    /// <summary>The name that is stored.</summary>
    public string Name => name;
}

/// <summary>Marks the property that names the record this one is a part of [所属记录]: the history of the whole tells of its parts.</summary>
/// <param name="whole">Class of the whole.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PartOfAttribute(Type whole) : Attribute
{
    /// <summary>Class of the whole.</summary>
    public Type Whole => whole;
}

/// <summary>The stored kinds of the classes, see <see cref="StoredKindAttribute"/>.</summary>
public static class StoredKind
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Property, string Whole)?> Wholes = new();

    /// <summary>What the trail calls records of that class.</summary>
    /// <exception cref="InvalidOperationException">The class has no stored kind.</exception>
    public static string Of<T>() => Of(typeof(T));

    /// <inheritdoc cref="Of{T}"/>
    public static string Of(Type row) => Names.GetOrAdd(row, type => type.GetCustomAttribute<StoredKindAttribute>(inherit: false)?.Name
        ?? throw new InvalidOperationException($"{type.Name} has no stored kind."));

    /// <summary>Kind and key of the record that a row is a part of, with a slash between, e.g. <c>Visit/0191…</c>; null for a row that stands for itself.</summary>
    public static string? WholeOf(object row) => Wholes.GetOrAdd(row.GetType(), FindWhole) is { } part
        ? Whole(part.Whole, part.Property.GetValue(row)!.ToString()!)
        : null;

    /// <summary>Kind and key in one.</summary>
    public static string Whole(string kind, string key) => $"{kind}/{key}";

    private static (PropertyInfo Property, string Whole)? FindWhole(Type row) => row.GetProperties()
        .Select(property => (Property: property, Part: property.GetCustomAttribute<PartOfAttribute>()))
        .Where(found => found.Part is not null)
        .Select(found => ((PropertyInfo, string)?)(found.Property, Of(found.Part!.Whole)))
        .SingleOrDefault();
}
