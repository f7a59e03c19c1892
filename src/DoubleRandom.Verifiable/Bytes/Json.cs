using System.Text;

namespace DoubleRandom.Verifiable.Bytes;

/// <summary>
/// A value of the record's JSON profile (JSON 值, A.1): objects, arrays, texts, booleans, null and integers with
/// |n| ≤ 2^53−1. There are no fractions.
/// </summary>
public abstract record Json
{
    private protected Json()
    {
    }

    /// <summary>A text is a JSON value.</summary>
    public static implicit operator Json(string text) => new JsonText(text);

    /// <summary>An integer is a JSON value.</summary>
    public static implicit operator Json(long number) => new JsonInteger(number);

    /// <summary>A truth value is a JSON value.</summary>
    public static implicit operator Json(bool truth) => new JsonBoolean(truth);

    /// <summary>Thirty-two bytes are a text of 64 hex digits.</summary>
    public static implicit operator Json(Bytes32 bytes) => new JsonText(bytes.ToString());

    /// <summary>An array of the values in their order.</summary>
    public static JsonArray Array(IEnumerable<Json> items) => new(items.ToArray());

    /// <summary>An array of the texts in their order.</summary>
    public static JsonArray Texts(IEnumerable<string> items) => Array(items.Select(text => (Json)text));

    /// <summary>An object of the members; their order does not matter.</summary>
    /// <exception cref="ArgumentException">A name repeats or is not ASCII.</exception>
    public static JsonObject Object(params ReadOnlySpan<(string Name, Json Value)> members)
    {
        var named = new JsonMember[members.Length];
        for (var i = 0; i < named.Length; i++)
        {
            named[i] = new JsonMember(members[i].Name, members[i].Value);
        }

        return Object(named);
    }

    /// <summary>An object of the members; their order does not matter.</summary>
    /// <exception cref="ArgumentException">A name repeats or is not ASCII.</exception>
    public static JsonObject Object(IEnumerable<JsonMember> members) =>
        JsonObject.TryCreate(members) ?? throw new ArgumentException("Member names are distinct and ASCII.", nameof(members));

    /// <summary>An object whose members are the entries of a map of texts.</summary>
    public static JsonObject Map(IReadOnlyDictionary<string, string> map) => Map(map, text => text);

    /// <summary>An object whose members are the entries of a map of integers.</summary>
    public static JsonObject Map(IReadOnlyDictionary<string, int> map) => Map(map, number => number);

    /// <summary>An object whose members are the entries of a map, each written as <paramref name="write"/> says.</summary>
    public static JsonObject Map<T>(IReadOnlyDictionary<string, T> map, Func<T, Json> write) =>
        Object(map.Keys.Select(name => new JsonMember(name, write(map[name]))));
}

/// <summary>The value <c>null</c>.</summary>
public sealed record JsonNull : Json
{
    /// <summary>The only one.</summary>
    public static readonly JsonNull Instance = new();
}

/// <summary><c>true</c> or <c>false</c>.</summary>
/// <param name="Value">Which of the two.</param>
public sealed record JsonBoolean(bool Value) : Json;

/// <summary>An integer.</summary>
/// <param name="Value">Within ±(2^53−1); the writer refuses others.</param>
public sealed record JsonInteger(long Value) : Json
{
    /// <summary>The greatest magnitude of the profile, 2^53−1.</summary>
    public const long Max = (1L << 53) - 1;
}

/// <summary>A text.</summary>
/// <param name="Value">Unicode without lone surrogates; the writer refuses others.</param>
public sealed record JsonText(string Value) : Json;

/// <summary>An array. Two arrays are equal when they are the same array; compare canonical bytes instead.</summary>
/// <param name="Items">The values in their order.</param>
public sealed record JsonArray(IReadOnlyList<Json> Items) : Json;

/// <summary>A member of an object.</summary>
/// <param name="Name">ASCII.</param>
/// <param name="Value">Its value.</param>
public sealed record JsonMember(string Name, Json Value);

/// <summary>An object with distinct ASCII member names. Compare canonical bytes, not objects.</summary>
public sealed record JsonObject : Json
{
    private readonly JsonMember[] sorted;

    private JsonObject(JsonMember[] sorted) => this.sorted = sorted;

    /// <summary>The members, ascending by name.</summary>
    public IReadOnlyList<JsonMember> Members => sorted;

    /// <summary>The value of a member, or null when there is none of that name.</summary>
    public Json? this[string name]
    {
        get
        {
            var (low, high) = (0, sorted.Length - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                var order = string.CompareOrdinal(sorted[middle].Name, name);
                if (order == 0)
                {
                    return sorted[middle].Value;
                }

                (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
            }

            return null;
        }
    }

    internal static JsonObject? TryCreate(IEnumerable<JsonMember> members)
    {
        var ordered = members.ToArray();
        if (!IsAscending(ordered))
        {
            System.Array.Sort(ordered, (x, y) => string.CompareOrdinal(x.Name, y.Name));
            if (!IsAscending(ordered))
            {
                return null;
            }
        }

        return System.Array.TrueForAll(ordered, member => Ascii.IsValid(member.Name)) ? new JsonObject(ordered) : null;
    }

    /// <summary>Strictly: no name repeats. So they stand in canonical bytes, and mostly where a record is written too.</summary>
    private static bool IsAscending(JsonMember[] members)
    {
        for (var i = 1; i < members.Length; i++)
        {
            if (string.CompareOrdinal(members[i - 1].Name, members[i].Name) >= 0)
            {
                return false;
            }
        }

        return true;
    }
}
