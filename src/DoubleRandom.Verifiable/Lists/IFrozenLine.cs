using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Lists;

/// <summary>One line of a frozen input (冻结名单的一行, A.3): a roster, inspector or recusal line.</summary>
/// <typeparam name="TLine">The line type itself.</typeparam>
public interface IFrozenLine<TLine>
    where TLine : class, IFrozenLine<TLine>
{
    /// <summary>The name of the file's kind in the record: <c>roster</c>, <c>inspectors</c> or <c>recusals</c>.</summary>
    static abstract string Kind { get; }

    /// <summary>The id that orders the file.</summary>
    string Id { get; }

    /// <summary>The line as JSON; its canonical bytes are the Merkle leaf.</summary>
    JsonObject ToJson();

    /// <summary>Reads one line without its line feed; members are exact.</summary>
    static abstract Answer<TLine> Parse(ReadOnlySpan<byte> line);

    /// <summary>Reads a whole file; the first line that is not in form or not after the former is a fault.</summary>
    internal static virtual Answer<FrozenLines<TLine>> Check(LineFile file) => Freezing.ParseAll<TLine>(file);

    /// <summary>The id of a line known to be in form.</summary>
    internal static virtual string IdIn(ReadOnlySpan<byte> line) => TLine.Parse(line).OrThrow().Id;
}
