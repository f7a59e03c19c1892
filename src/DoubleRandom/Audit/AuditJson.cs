using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DoubleRandom.Audit;

/// <summary>A record's members as the trail keeps them: readable JSON, days and instants as ISO 8601, personal data masked, machinery left out.</summary>
public static class AuditJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>Any value as the trail writes it.</summary>
    public static string Of(object value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The members of a changed row: all of a new or removed one, else those that differ.</summary>
    internal static string? Of(EntityEntry row, bool before, bool onlyChanged)
    {
        var members = row.Properties
            .Where(member => IsKept(member.Metadata) && (!onlyChanged || member.IsModified))
            .ToDictionary(member => member.Metadata.Name, member => Shown(member.Metadata, before ? member.OriginalValue : member.CurrentValue));
        return members.Count == 0 ? null : Of(members);
    }

    /// <summary>The members in which two states of one row differ, machinery left out.</summary>
    internal static IEnumerable<IProperty> Changed(IEntityType kind, object before, object after) => kind.GetProperties()
        .Where(member => IsKept(member)
            && !member.GetValueComparer().Equals(member.PropertyInfo!.GetValue(before), member.PropertyInfo.GetValue(after)));

    /// <summary>Those members of one state.</summary>
    internal static string Of(IEnumerable<IProperty> members, object row) =>
        Of(members.ToDictionary(member => member.Name, member => Shown(member, member.PropertyInfo!.GetValue(row))));

    private static bool IsKept(IProperty member) => !member.IsPrimaryKey() && !member.IsShadowProperty() && member.ClrType != typeof(byte[])
        && member.Name != nameof(EditableRow.Version) && member.PropertyInfo?.GetCustomAttribute<DerivedAttribute>() is null
        && member.PropertyInfo?.GetCustomAttribute<SealedAttribute>() is null;

    private static object? Shown(IProperty member, object? value)
    {
        if (member.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is not null)
        {
            return Mask.Text(value?.ToString());
        }

        return value switch
        {
            null or string or bool or int or long or Enum => value,
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            ValueType => value.ToString(),
            _ => value,
        };
    }
}
