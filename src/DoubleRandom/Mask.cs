namespace DoubleRandom;

/// <summary>How personal data is shown to whoever has not asked for it [脱敏]: enough to recognise, too little to misuse.</summary>
public static class Mask
{
    /// <summary>A person's name: <c>张三丰</c> → <c>张**</c>.</summary>
    public static string Name(string? name) => string.IsNullOrEmpty(name) ? "" : name[..1] + new string('*', name.Length - 1);

    /// <summary>A telephone number: <c>13812345678</c> → <c>138****5678</c>; short ones keep their last two digits.</summary>
    public static string Phone(string? phone) => phone switch
    {
        null or "" => "",
        { Length: >= 11 } => string.Concat(phone.AsSpan(0, 3), new string('*', phone.Length - 7), phone.AsSpan(phone.Length - 4)),
        { Length: > 2 } => string.Concat(new string('*', phone.Length - 2), phone.AsSpan(phone.Length - 2)),
        _ => new string('*', phone.Length),
    };

    /// <summary>Any other personal text: its first character and its length.</summary>
    public static string Text(string? text) => Name(text);
}
