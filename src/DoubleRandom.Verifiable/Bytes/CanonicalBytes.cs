using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DoubleRandom.Verifiable.Bytes;

/// <summary>
/// The one spelling of a JSON value, J(x) (规范字节, A.1): a subset of RFC 8785. No spaces, members ascending by name,
/// the shortest escapes, UTF-8 as given without normalisation.
/// </summary>
public static class CanonicalBytes
{
    /// <summary>Deepest nesting a reader takes; the format itself needs seven levels.</summary>
    public const int MaxDepth = 16;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>J(value).</summary>
    /// <exception cref="ArgumentException">A text holds a lone surrogate, or an integer leaves the profile.</exception>
    public static byte[] Of(Json value)
    {
        var writer = new ArrayBufferWriter<byte>();
        Write(writer, value);
        return writer.WrittenSpan.ToArray();
    }

    /// <summary>Reads canonical bytes; input that is not byte for byte J of what it says is refused.</summary>
    public static Answer<Json> Parse(ReadOnlySpan<byte> bytes)
    {
        if (!ParseLoosely(bytes).Is(out var value, out var fault))
        {
            return fault;
        }

        var writer = new ArrayBufferWriter<byte>(bytes.Length + 1);
        Write(writer, value);
        return writer.WrittenSpan.SequenceEqual(bytes)
            ? value
            : new Fault("json.not-canonical", "内容可读，但不是规范字节。", "The text can be read but is not in canonical form.");
    }

    /// <summary>Reads JSON of the profile in any spelling: for the verifier's own trust file only.</summary>
    internal static Answer<Json> ParseLoosely(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            var value = reader.Read() ? ReadValue(ref reader) : null;
            return value is not null && !reader.Read() ? value : Unreadable("it leaves the JSON profile");
        }
        catch (JsonException)
        {
            return Unreadable("it is no JSON");
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader reports bytes that are no UTF-8, and lone surrogates, this way.
            return Unreadable("a text is no Unicode");
        }
    }

    internal static byte[] Utf8Of(string text) => Utf8.GetBytes(text);

    private static Fault Unreadable(string why) =>
        new("json.unreadable", "内容不是本格式允许的 JSON。", $"The text is not JSON of this format: {why}.");

    private static Json? ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => JsonNull.Instance,
        JsonTokenType.True => new JsonBoolean(true),
        JsonTokenType.False => new JsonBoolean(false),
        JsonTokenType.String => new JsonText(reader.GetString()!),
        JsonTokenType.Number => reader.TryGetInt64(out var n) && n is >= -JsonInteger.Max and <= JsonInteger.Max ? new JsonInteger(n) : null,
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.StartObject => ReadObject(ref reader),
        _ => null,
    };

    private static JsonArray? ReadArray(ref Utf8JsonReader reader)
    {
        var items = new List<Json>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadValue(ref reader) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new JsonArray(items);
    }

    private static JsonObject? ReadObject(ref Utf8JsonReader reader)
    {
        var members = new List<JsonMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (ReadValue(ref reader) is not { } value)
            {
                return null;
            }

            members.Add(new JsonMember(name, value));
        }

        return JsonObject.TryCreate(members);
    }

    private static void Write(ArrayBufferWriter<byte> writer, Json value)
    {
        switch (value)
        {
            case JsonText text:
                WriteText(writer, text.Value);
                break;
            case JsonInteger { Value: >= -JsonInteger.Max and <= JsonInteger.Max } integer:
                writer.Write(Utf8.GetBytes(integer.Value.ToString(CultureInfo.InvariantCulture)));
                break;
            case JsonBoolean truth:
                writer.Write(truth.Value ? "true"u8 : "false"u8);
                break;
            case JsonNull:
                writer.Write("null"u8);
                break;
            case JsonArray array:
                WriteArray(writer, array);
                break;
            case JsonObject members:
                WriteObject(writer, members);
                break;
            default:
                throw new ArgumentException("An integer leaves ±(2^53−1).", nameof(value));
        }
    }

    private static void WriteArray(ArrayBufferWriter<byte> writer, JsonArray array)
    {
        writer.Write("["u8);
        for (var i = 0; i < array.Items.Count; i++)
        {
            if (i > 0)
            {
                writer.Write(","u8);
            }

            Write(writer, array.Items[i]);
        }

        writer.Write("]"u8);
    }

    private static void WriteObject(ArrayBufferWriter<byte> writer, JsonObject value)
    {
        writer.Write("{"u8);
        for (var i = 0; i < value.Members.Count; i++)
        {
            if (i > 0)
            {
                writer.Write(","u8);
            }

            WriteText(writer, value.Members[i].Name);
            writer.Write(":"u8);
            Write(writer, value.Members[i].Value);
        }

        writer.Write("}"u8);
    }

    private static void WriteText(ArrayBufferWriter<byte> writer, string text)
    {
        writer.Write("\""u8);
        ReadOnlySpan<char> rest = text;
        while (rest.Length > 0)
        {
            var special = rest.IndexOfAny(Escaped);
            var plain = special < 0 ? rest : rest[..special];
            var target = writer.GetSpan(Utf8.GetMaxByteCount(plain.Length));
            writer.Advance(Utf8.GetBytes(plain, target));
            if (special < 0)
            {
                break;
            }

            writer.Write(Escape(rest[special]));
            rest = rest[(special + 1)..];
        }

        writer.Write("\""u8);
    }

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        Enumerable.Range(0, 0x20).Select(c => (char)c).Append('"').Append('\\').ToArray());

    private static byte[] Escape(char c) => c switch
    {
        '"' => "\\\""u8.ToArray(),
        '\\' => "\\\\"u8.ToArray(),
        '\b' => "\\b"u8.ToArray(),
        '\t' => "\\t"u8.ToArray(),
        '\n' => "\\n"u8.ToArray(),
        '\f' => "\\f"u8.ToArray(),
        '\r' => "\\r"u8.ToArray(),
        _ => Utf8.GetBytes($"\\u{(int)c:x4}"),
    };
}
