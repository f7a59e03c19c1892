using System.Collections;
using System.Reflection;

namespace DoubleRandom.Architecture.Tests;

/// <summary>Every name that lies in databases: kinds of record, their members, those of the values within, and the values of closed lists.</summary>
internal static class StoredNames
{
    /// <summary>The names that rows of these classes are stored by, e.g. <c>Visit.State = Pending</c>, ascending.</summary>
    public static IEnumerable<string> Of(IEnumerable<Type> rows) => rows
        .SelectMany(row => Members(row, StoredKind.Of(row)).Prepend(StoredKind.Of(row)))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Members(Type type, string path) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(member => member.CanRead && member.DeclaringType!.GetProperty(member.Name)!.SetMethod is not null && member.Name != nameof(EditableRow.Version))
        .SelectMany(member => Within(member.PropertyType, $"{path}.{member.Name}").Prepend($"{path}.{member.Name}"));

    private static IEnumerable<string> Within(Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(value => $"{path} = {value}");
        }

        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
        {
            return type.GetGenericArguments().SelectMany(part => Within(part, path));
        }

        return type.IsClass && type.Namespace?.StartsWith(nameof(DoubleRandom), StringComparison.Ordinal) == true ? Members(type, path) : [];
    }
}
