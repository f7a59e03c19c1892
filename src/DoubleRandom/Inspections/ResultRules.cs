using DoubleRandom.Assignments;

namespace DoubleRandom.Inspections;

/// <summary>What a sheet must hold to be submitted [结果记录表校验]: every fault at once, each tied to its field.</summary>
internal sealed class ResultRules(Visit visit, IReadOnlyDictionary<string, string> itemNames, IReadOnlyList<VisitTeamMember> team, DateOnly today)
{
    /// <summary>Null when the written result can be submitted.</summary>
    public Refusal? Judge(WrittenResult written) => Refusal.Of(
    [
        .. Bounds(written),
        .. Days(written.Sheet),
        .. written.Sheet.Methods.Count == 0 ? [InspectionRefusals.MethodMissing()] : Array.Empty<Refusal>(),
        .. visit.Items.SelectMany((item, at) => ItemFaults(written.Sheet.Of(item), at, itemNames[item])),
        .. visit.Items.All(item => written.Sheet.Of(item).Answer == ItemAnswer.NotApplicable) ? [InspectionRefusals.NothingInspected()] : Array.Empty<Refusal>(),
        .. Officers(written.Sheet),
        .. SubjectSignature(written),
        .. Leader(written.Sheet),
    ]);

    /// <summary>What even a draft must keep: only this visit's items, texts of bounded length.</summary>
    public Refusal? JudgeDraft(WrittenResult written) => Refusal.Of([.. Bounds(written)]);

    private IEnumerable<Refusal> Bounds(WrittenResult written)
    {
        var sheet = written.Sheet;
        foreach (var foreign in sheet.Items.Where(line => !visit.Items.Contains(line.Item)))
        {
            yield return InspectionRefusals.OfAnItem("item.unknown", null, 0, "Answer", foreign.Item);
        }

        IEnumerable<(string Text, string Field, string What)> texts =
        [
            (sheet.WhyLate, "WhyLate", "why-late"),
            (sheet.WhyUnsigned, "WhyUnsigned", "why-unsigned"),
            (sheet.LeaderOpinion, "LeaderOpinion", "leader-opinion"),
            (written.Representative, "Representative", "representative"),
            .. visit.Items.SelectMany((item, at) => sheet.Of(item) is var line
                ? new[] { (line.Found, $"Found-{at}", "found"), (line.Note, $"Note-{at}", "note"), (line.WhyNot, $"WhyNot-{at}", "why-not") }
                : []),
        ];
        foreach (var (_, field, what) in texts.Where(text => text.Text.Length > InspectionRefusals.LongestText))
        {
            yield return InspectionRefusals.TextTooLong(field, what);
        }
    }

    private IEnumerable<Refusal> Days(ResultSheet sheet)
    {
        var released = visit.ReleasedAt.Day();
        return [
            .. Day(sheet.VisitedOn, "VisitedOn", "visited-on", released > visit.From ? released : visit.From),
            .. Day(sheet.CompletedOn, "CompletedOn", "completed-on", sheet.VisitedOn ?? visit.From),
            .. sheet.CompletedOn > visit.To && sheet.WhyLate.Length == 0 ? [InspectionRefusals.LateWithoutReason(visit.To)] : Array.Empty<Refusal>(),
        ];
    }

    private IEnumerable<Refusal> Day(DateOnly? day, string field, string what, DateOnly earliest)
    {
        if (day is not { } known)
        {
            yield return InspectionRefusals.DateMissing(field, what);
        }
        else if (known > today)
        {
            yield return InspectionRefusals.DateInFuture(field, what);
        }
        else if (known < earliest)
        {
            yield return InspectionRefusals.DateBefore(field, what, earliest);
        }
    }

    private static IEnumerable<Refusal> ItemFaults(ItemFinding line, int at, string name)
    {
        Refusal No(string code, string field, string? article = null) => InspectionRefusals.OfAnItem(code, article, at, field, name);

        if (line.Answer == ItemAnswer.Open)
        {
            return [No("item.open", "Answer", "R16")];
        }

        if (line.Answer == ItemAnswer.NotApplicable)
        {
            return line.WhyNot.Length == 0 ? [No("item.why-not", "WhyNot")] : [];
        }

        var hasProblem = line.Codes.Any(code => code.Group() == ResultGroup.Problem);
        return new[]
        {
            line.Codes.Count == 0 ? No("item.no-code", "Codes", "R16") : null,
            hasProblem && line.Codes.Contains(ResultCode.NoProblem) ? No("item.exclusive", "Codes") : null,
            hasProblem && line.Found.Length == 0 ? No("item.found-missing", "Found", "R17") : null,
            line.Disposals.Count == 0 ? No("item.no-disposal", "Disposals", "R17") : null,
            line.Disposals.Contains(Disposal.NothingFurther) && line.Disposals.Any(d => d.NeedsFollowUp()) ? No("item.disposal-exclusive", "Disposals") : null,
            line.Codes.Contains(ResultCode.ProblemToFollowUp) && line.Disposals.Count > 0 && !line.Disposals.Any(d => d.NeedsFollowUp())
                ? No("item.follow-up-missing", "Disposals", "R17") : null,
            line.Disposals.Contains(Disposal.Other) && line.Note.Length == 0 ? No("item.note-missing", "Note") : null,
        }.OfType<Refusal>();
    }

    private IEnumerable<Refusal> Officers(ResultSheet sheet)
    {
        var members = team.DistinctBy(m => m.Number).ToDictionary(m => m.Number);
        if (sheet.Officers.Select(o => o.Inspector).Distinct().Count() < 2)
        {
            yield return InspectionRefusals.TooFewOfficers();
        }

        foreach (var signature in sheet.Officers)
        {
            if (!members.TryGetValue(signature.Inspector, out var member))
            {
                yield return InspectionRefusals.NotOfTheTeam(signature.Inspector);
                continue;
            }

            if (member.CertificateUntil < (sheet.CompletedOn ?? sheet.VisitedOn))
            {
                yield return InspectionRefusals.CertificateExpired(member.Name, member.CertificateUntil);
            }

            foreach (var refusal in Day(signature.SignedOn, "SignedOn-" + signature.Inspector, "officer-signed", sheet.VisitedOn ?? visit.From))
            {
                yield return refusal;
            }
        }
    }

    private IEnumerable<Refusal> SubjectSignature(WrittenResult written) => (written.Representative.Length > 0, written.Sheet.WhyUnsigned.Length > 0) switch
    {
        (false, false) => [InspectionRefusals.NeitherSignedNorRefused()],
        (true, true) => [InspectionRefusals.SignedAndRefused()],
        (true, false) => Day(written.Sheet.RepresentativeSignedOn, "RepresentativeSignedOn", "subject-signed", written.Sheet.VisitedOn ?? visit.From),
        _ => [],
    };

    private IEnumerable<Refusal> Leader(ResultSheet sheet) =>
    [
        .. sheet.LeaderOpinion.Length == 0 ? [InspectionRefusals.TextMissing("LeaderOpinion", "leader-opinion")] : Array.Empty<Refusal>(),
        .. Day(sheet.LeaderSignedOn, "LeaderSignedOn", "leader-signed", sheet.VisitedOn ?? visit.From),
    ];
}
