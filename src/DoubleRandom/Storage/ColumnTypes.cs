using DoubleRandom.Access;
using DoubleRandom.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DoubleRandom.Storage;

/// <summary>How the domain's value types lie in columns, the same on both databases.</summary>
internal static class ColumnTypes
{
    public static void Apply(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Jurisdiction>().HaveConversion<JurisdictionColumn>();
        conventions.Properties<BasisPoints>().HaveConversion<ShareColumn>();
        conventions.Properties<Department>().HaveConversion<DepartmentColumn>().HaveMaxLength(2);
        conventions.Properties<ImportKind>().HaveConversion<ImportKindColumn>().HaveMaxLength(32);
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        foreach (var id in IdTypes())
        {
            conventions.Properties(id).HaveConversion(typeof(IdColumn<>).MakeGenericType(id.GenericTypeArguments[0]));
        }
    }

    /// <summary>Every <c>Id&lt;T&gt;</c> that a stored row has as a property.</summary>
    private static IEnumerable<Type> IdTypes() => typeof(ColumnTypes).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CountyRow)))
        .SelectMany(type => type.GetProperties())
        .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>))
        .Distinct();

    private sealed class JurisdictionColumn() : ValueConverter<Jurisdiction, string>(j => j.Code, code => Jurisdiction.Parse(code, null));

    private sealed class ShareColumn() : ValueConverter<BasisPoints, int>(share => share.Value, value => BasisPoints.Of(value));

    private sealed class DepartmentColumn() : ValueConverter<Department, string>(d => d.Code, code => Department.Parse(code, null));

    private sealed class ImportKindColumn() : ValueConverter<ImportKind, string>(kind => kind.Code, code => new ImportKind(code));

    private sealed class IdColumn<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));
}
