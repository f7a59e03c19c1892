using System.Text;
using System.Xml;

namespace DoubleRandom.Sheets;

/// <summary>Walks one XML part of a workbook, forward only: no document type, no entities, no depth, no cell longer than a spreadsheet's.</summary>
internal sealed class PartReader : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly string part;
    private readonly XmlReader reader;
    private readonly char[] chunk = new char[4096];
    private readonly StringBuilder text = new();

    public PartReader(Stream content, string part)
    {
        this.part = part;
        try
        {
            reader = XmlReader.Create(content, Settings);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or EndOfStreamException)
        {
            throw Damaged();
        }
    }

    /// <summary>Whether the present tag opens an element.</summary>
    public bool Opens => reader.NodeType == XmlNodeType.Element;

    /// <summary>The present element's name without its namespace: transitional and strict workbooks differ in namespaces only.</summary>
    public string Name => reader.LocalName;

    /// <summary>Whether the present element has no content.</summary>
    public bool IsEmpty => reader.IsEmptyElement;

    /// <summary>How deep the present tag lies.</summary>
    public int Depth => reader.Depth;

    /// <summary>An attribute of the present element, or null.</summary>
    public string? this[string attribute] => reader.GetAttribute(attribute);

    /// <summary>An attribute by its name without namespace, e.g. <c>id</c> of <c>r:id</c>.</summary>
    public string? Prefixed(string localName)
    {
        string? value = null;
        while (reader.MoveToNextAttribute())
        {
            value = reader.LocalName == localName && reader.Prefix.Length > 0 ? reader.Value : value;
        }

        _ = reader.MoveToElement();
        return value;
    }

    /// <summary>Goes to the next node.</summary>
    /// <exception cref="UnreadableSheetException">The part is not the XML of a workbook.</exception>
    public bool Read()
    {
        try
        {
            return reader.Read() && (reader.Depth <= SheetLimits.Depth ? true : throw Damaged());
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or EndOfStreamException)
        {
            throw Damaged();
        }
    }

    /// <summary>Goes to the next node inside an element of the given depth; false at its end.</summary>
    public bool ReadInside(int depth) => Read() && (reader.Depth > depth || reader.NodeType != XmlNodeType.EndElement);

    /// <summary>The text of the present element (v, t), which is then left.</summary>
    public string ReadText()
    {
        _ = text.Clear();
        AppendText();
        return text.ToString();
    }

    /// <summary>The text of a rich text (si, is): its runs joined, phonetic hints left out. The element is then left.</summary>
    public string ReadRichText()
    {
        _ = text.Clear();
        var depth = reader.Depth;
        var phonetic = false;
        while (!IsEmptyAt(depth) && ReadInside(depth))
        {
            phonetic = Name == "rPh" ? Opens : phonetic;
            if (Opens && Name == "t" && !phonetic)
            {
                AppendText();
            }
        }

        return text.ToString();
    }

    /// <summary>The refusal of a part that cannot be read.</summary>
    public UnreadableSheetException Damaged() => UnreadableSheetException.Because("import.damaged", part);

    /// <inheritdoc />
    public void Dispose() => reader.Dispose();

    private bool IsEmptyAt(int depth) => Opens && reader.Depth == depth && reader.IsEmptyElement;

    private void AppendText()
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
        {
            return;
        }

        while (ReadInside(depth))
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                AppendValue();
            }
        }
    }

    private void AppendValue()
    {
        try
        {
            for (int read; (read = reader.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
            {
                // Seven characters may stand for one: _x000D_.
                if (text.Append(chunk, 0, read).Length > SheetLimits.CellCharacters * 7)
                {
                    throw UnreadableSheetException.Because("import.long-cell", SheetLimits.CellCharacters);
                }
            }
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or EndOfStreamException)
        {
            throw Damaged();
        }
    }
}
