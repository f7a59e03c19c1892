namespace DoubleRandom.Verifiable.Bytes;

/// <summary>
/// The members of one JSON object while it is read into a type (成员). Each reader asks for a shape and gets either the
/// value or a harmless stand-in; the first thing that is wrong is kept and becomes the answer. Members are exact (A.11.3).
/// </summary>
internal sealed class Members
{
    private readonly JsonObject? source;
    private readonly string where;
    private readonly FirstFault faults;

    private Members(Json json, string where, IReadOnlyList<string> names, FirstFault faults)
    {
        (source, this.where, this.faults) = (json as JsonObject, where, faults);
        if (source is null || source.Members.Count != names.Count || names.Any(name => source[name] is null))
        {
            faults.Keep("record.members", $"{where}：成员应恰为 {string.Join("、", names)}。", $"{where}: the members must be exactly {string.Join(", ", names)}.");
            source = null;
        }
    }

    public static Answer<T> Read<T>(Json json, string where, IReadOnlyList<string> names, Func<Members, T> read)
        where T : class
    {
        var first = new FirstFault();
        var value = read(new Members(json, where, names, first));
        return first.Value is { } fault ? fault : value;
    }

    public Json this[string name] => source?[name] ?? JsonNull.Instance;

    public string Text(string name) => this[name] is JsonText text ? text.Value : Wrong(name, "文本", "a text", "");

    public string Id(string name) => this[name] is JsonText { Value: var id } && RecordId.IsValid(id) ? id : Wrong(name, "标识", "an id", "");

    public bool Truth(string name) => this[name] is JsonBoolean truth ? truth.Value : Wrong(name, "true 或 false", "true or false", false);

    public int Integer(string name, int least, int most = int.MaxValue) =>
        this[name] is JsonInteger { Value: var n } && n >= least && n <= most
            ? (int)n
            : Wrong(name, $"不小于 {least} 的整数", $"an integer of {least} or more, in bounds", least);

    public Bytes32 Bytes(string name) =>
        this[name] is JsonText text && Bytes32.TryParse(text.Value, out var value) ? value : Wrong(name, "64 位小写十六进制", "64 lower-case hex digits", default(Bytes32));

    /// <summary>Thirty-two bytes, or null for the empty text.</summary>
    public Bytes32? BytesOrEmpty(string name) => this[name] is JsonText { Value: "" } ? null : Bytes(name);

    public string Hexadecimal(string name, int bytes) =>
        this[name] is JsonText { Value: var hex } && Hex.Is(hex, bytes) ? hex : Wrong(name, $"{bytes} 字节的小写十六进制", $"lower-case hex of {bytes} bytes", "");

    public RecordTime Time(string name) =>
        this[name] is JsonText text && RecordTime.TryParse(text.Value, out var time) ? time : Wrong(name, "YYYY-MM-DDThh:mm:ssZ", "a time YYYY-MM-DDThh:mm:ssZ", default(RecordTime));

    public T OneOf<T>(string name, IReadOnlyDictionary<string, T> choices)
        where T : struct =>
        this[name] is JsonText text && choices.TryGetValue(text.Value, out var choice)
            ? choice
            : Wrong(name, string.Join("、", choices.Keys), $"one of {string.Join(", ", choices.Keys)}", default(T));

    public IReadOnlyList<string> Texts(string name, Func<string, bool>? valid = null) =>
        this[name] is JsonArray array && array.Items.All(item => item is JsonText text && (valid?.Invoke(text.Value) ?? true))
            ? array.Items.Select(item => ((JsonText)item).Value).ToArray()
            : Wrong(name, "文本数组", "an array of texts of the right form", Array.Empty<string>());

    public IReadOnlyList<string> Ascending(string name, Func<string, bool>? valid = null)
    {
        var texts = Texts(name, valid);
        return ByteOrder.IsAscending(texts) ? texts : Wrong(name, "严格升序", "strictly ascending", Array.Empty<string>());
    }

    public IReadOnlyList<int> Integers(string name, int least) =>
        this[name] is JsonArray array && array.Items.All(item => item is JsonInteger { Value: var n } && n >= least && n <= int.MaxValue)
            ? array.Items.Select(item => (int)((JsonInteger)item).Value).ToArray()
            : Wrong(name, "整数数组", "an array of integers in bounds", Array.Empty<int>());

    public T? Nested<T>(string name, IReadOnlyList<string> names, Func<Members, T> read) => read(Inner(this[name], name, names));

    public T? NestedOrNull<T>(string name, IReadOnlyList<string> names, Func<Members, T> read)
        where T : class => this[name] is JsonNull ? null : Nested(name, names, read);

    public IReadOnlyList<T> List<T>(string name, IReadOnlyList<string> names, Func<Members, T> read) =>
        this[name] is JsonArray array
            ? array.Items.Select((item, i) => read(Inner(item, $"{name}[{i}]", names))).ToArray()
            : Wrong(name, "数组", "an array", Array.Empty<T>());

    /// <summary>A map whose values are texts, e.g. <c>attrs</c>.</summary>
    public IReadOnlyDictionary<string, string> TextMap(string name, Func<string, bool>? validKey = null) =>
        Map(name, validKey, json => json is JsonText text ? text.Value : null!);

    /// <summary>A map whose values are integers within bounds, e.g. <c>ratioBp</c>.</summary>
    public IReadOnlyDictionary<string, int> IntegerMap(string name, int least, int most = int.MaxValue, Func<string, bool>? validKey = null) =>
        Map<object>(name, validKey, json => json is JsonInteger { Value: var n } && n >= least && n <= most ? (object)(int)n : null!)
            .ToDictionary(entry => entry.Key, entry => (int)entry.Value, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, IReadOnlyList<string>> TextsMap(string name, Func<string, bool>? valid = null) =>
        Map<IReadOnlyList<string>>(name, valid, json => json is JsonArray array && array.Items.All(i => i is JsonText t && (valid?.Invoke(t.Value) ?? true))
            ? array.Items.Select(i => ((JsonText)i).Value).ToArray()
            : null!);

    public IReadOnlyDictionary<string, T> ObjectMap<T>(string name, IReadOnlyList<string> names, Func<Members, T> read, Func<string, bool>? validKey = null)
        where T : class => Map(name, validKey, json => read(Inner(json, name, names)));

    public T Wrong<T>(string name, string chinese, string english, T standIn)
    {
        faults.Keep("record.member", $"{where}：成员 {name} 应为{chinese}。", $"{where}: the member {name} must be {english}.");
        return standIn;
    }

    private Members Inner(Json json, string name, IReadOnlyList<string> names) => new(json, $"{where}.{name}", names, faults);

    private Dictionary<string, T> Map<T>(string name, Func<string, bool>? validKey, Func<Json, T> read)
        where T : class
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        if (this[name] is not JsonObject entries)
        {
            return Wrong(name, "对象", "an object", map);
        }

        foreach (var (key, json) in entries.Members)
        {
            var value = read(json);
            if (value is null || !(validKey?.Invoke(key) ?? true))
            {
                return Wrong(name, "键和值形式正确的对象", "an object whose keys and values have the right form", map);
            }

            map.Add(key, value);
        }

        return map;
    }

    private sealed class FirstFault
    {
        public Fault? Value { get; private set; }

        public void Keep(string code, string chinese, string english) => Value ??= new Fault(code, chinese, english);
    }
}
