using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DoubleRandom.Audit;

/// <summary>A record's members as the trail keeps them: readable JSON, personal data masked, machinery left out.</summary>
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
            .Where(member => !member.Metadata.IsPrimaryKey() && !member.Metadata.IsShadowProperty() && member.Metadata.ClrType != typeof(byte[])
                && member.Metadata.Name != nameof(EditableRow.Version) && (!onlyChanged || member.IsModified))
            .ToDictionary(member => member.Metadata.Name, member => Shown(member, before));
        return members.Count == 0 ? null : Of(members);
    }

    private static object? Shown(PropertyEntry member, bool before)
    {
        var value = before ? member.OriginalValue : member.CurrentValue;
        if (member.Metadata.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is not null)
        {
            return Mask.Text(value?.ToString());
        }

        return value switch
        {
            null or string or bool or int or long or Enum => value,
            ValueType => value.ToString(),
            _ => value,
        };
    }
}
