namespace DoubleRandom.Sheets;

/// <summary>The texts that the cells of a workbook share.</summary>
internal sealed class SharedTexts
{
    private readonly List<string> texts = [];

    private SharedTexts()
    {
    }

    /// <summary>How many there are.</summary>
    public int Count => texts.Count;

    /// <summary>A text by its number from 0.</summary>
    public string this[int number] => texts[number];

    /// <summary>Reads the part; null when the workbook has none.</summary>
    public static SharedTexts Read(PartReader? part)
    {
        var shared = new SharedTexts();
        long characters = 0;
        while (part?.Read() == true)
        {
            if (part.Opens && part.Name == "si")
            {
                var text = XmlText.Unescape(part.ReadRichText());
                characters += text.Length;
                if (characters > SheetLimits.SharedCharacters || shared.texts.Count == SheetLimits.SharedTexts)
                {
                    throw UnreadableSheetException.Because("import.bomb");
                }

                shared.texts.Add(text);
            }
        }

        return shared;
    }
}
