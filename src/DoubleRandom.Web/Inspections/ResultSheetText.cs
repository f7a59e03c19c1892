using DoubleRandom.Assignments;
using DoubleRandom.Inspections;
using DoubleRandom.Items;
using DoubleRandom.Web.Assignments;
using DoubleRandom.Web.Frame;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Inspections;

/// <summary>A result sheet in words, field by field, and what two of them have different.</summary>
public static class ResultSheetText
{
    private static readonly Words Words = VisitText.Words;

    /// <summary>What the second sheet says otherwise than the first, in the order of the sheet. Who signed for the subject is shown masked.</summary>
    public static IReadOnlyList<Change> Changes(VisitDetail visit, ResultSheet before, string signer, ResultSheet after, string newSigner)
    {
        var changes = Lines(visit, before).Zip(Lines(visit, after))
            .Where(pair => pair.First.Text != pair.Second.Text)
            .Select(pair => new Change(pair.First.Label, pair.First.Text, pair.Second.Text));
        return [.. changes, .. signer == newSigner ? Array.Empty<Change>() : [new Change(Words["result.representative"], Mask.Name(signer), Mask.Name(newSigner))]];
    }

    /// <summary>Result codes of an item; none where it was not inspected.</summary>
    public static string Codes(ItemFinding line) => line.Answer == ItemAnswer.Inspected ? ResultCodes.Say(line.Codes) : Say.None;

    /// <summary>What was found, or why the item does not apply.</summary>
    public static string Found(ItemFinding line) => Shown(line.Answer == ItemAnswer.NotApplicable ? line.WhyNot : line.Found);

    /// <summary>What was done about it.</summary>
    public static string Disposals(ItemFinding line) => Shown(line.Answer == ItemAnswer.Inspected
        ? string.Join("；", line.Disposals.Select(d => d.Name()).Append(line.Note).Where(t => t.Length > 0))
        : "");

    /// <summary>How it was inspected.</summary>
    public static string Methods(ResultSheet sheet) => string.Join(Words["comma"], sheet.Methods.Select(m => ItemWords.Of(m)));

    /// <summary>Who of the team signed, and when.</summary>
    public static string Officers(VisitDetail visit, ResultSheet sheet) => string.Join(Words["comma"], sheet.Officers.Select(signed =>
        $"{visit.Team.FirstOrDefault(m => m.Number == signed.Inspector)?.Name ?? signed.Inspector}（{Say.Date(signed.SignedOn)}）"));

    /// <summary>The leader's opinion, and when it was signed.</summary>
    public static string Leader(ResultSheet sheet) => $"{sheet.LeaderOpinion} {Say.Date(sheet.LeaderSignedOn)}";

    private static IEnumerable<(string Label, string Text)> Lines(VisitDetail visit, ResultSheet sheet) =>
    [
        .. visit.Items.SelectMany(item => Lines(item.Name, sheet.Of(item.Code))),
        (Words["result.visited"], Say.Date(sheet.VisitedOn)),
        (Words["result.completed"], Say.Date(sheet.CompletedOn)),
        (Words["result.methods"], Methods(sheet)),
        (Words["result.why-late"], Shown(sheet.WhyLate)),
        (Words["result.officers"], Officers(visit, sheet)),
        (Words["result.why-unsigned"], Shown(sheet.WhyUnsigned)),
        (Words["result.representative"], Say.Date(sheet.RepresentativeSignedOn)),
        (Words["result.leader"], Leader(sheet)),
    ];

    private static IEnumerable<(string Label, string Text)> Lines(string item, ItemFinding line) =>
    [
        ($"{item} · {Words["result.answer"]}", Words["answer." + line.Answer]),
        ($"{item} · {Words["result.codes"]}", Codes(line)),
        ($"{item} · {Words["result.found"]}", Found(line)),
        ($"{item} · {Words["result.disposals"]}", Disposals(line)),
    ];

    private static string Shown(string text) => text.Length == 0 ? Say.None : text;
}
