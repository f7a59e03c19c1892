using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Log;

/// <summary>What a log entry says (条目内容, A.4): one sealed type per entry type of the format.</summary>
public abstract record EntryBody
{
    private protected EntryBody()
    {
    }

    /// <summary>The entry's type, e.g. <c>draw.commit</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The body as JSON; members are exact.</summary>
    public abstract JsonObject ToJson();
}

/// <summary>An entry of a type outside the format, such as <c>result.published</c> (其他条目, A.11.13): an opaque leaf.</summary>
/// <param name="OtherType">The type; never one that starts with plan, draw, witness or inspector and a dot.</param>
/// <param name="Content">Any object of the JSON profile.</param>
public sealed record OtherEntry(string OtherType, JsonObject Content) : EntryBody
{
    /// <inheritdoc/>
    public override string Type => OtherType;

    /// <inheritdoc/>
    public override JsonObject ToJson() => Content;
}
