using System.Text.Json;
using System.Text.Json.Serialization;

namespace DoubleRandom.Imports;

/// <summary>
/// What a sheet file fills [导入类别]: each owner names its own, e.g. <c>Subjects</c>. Its module says what the list is called
/// (<c>import.Subjects</c>), and its list page stands under the same name: <c>/subjects</c>.
/// </summary>
/// <param name="Code">Stable: stored with each batch and part of addresses; at most 32 letters.</param>
[JsonConverter(typeof(AsCode))]
public readonly record struct ImportKind(string Code)
{
    /// <inheritdoc />
    public override string ToString() => Code;

    private sealed class AsCode : JsonConverter<ImportKind>
    {
        public override ImportKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, ImportKind value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }
}
