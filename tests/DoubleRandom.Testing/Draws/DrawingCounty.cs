using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Decisions;
using DoubleRandom.Directories;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Deciding;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Opening;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Items;
using DoubleRandom.Log;
using DoubleRandom.Plans;
using DoubleRandom.Storage;
using DoubleRandom.Verifiable;
using DoubleRandom.Verifiable.Checks;
using DoubleRandom.Verifiable.Hashing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Testing.Draws;

/// <summary>
/// Menghai ready to draw: two items, 24 subjects in business and one deregistered, thirteen inspectors, one recusal, a published plan, a log with
/// two standing witnesses who must both cosign.
/// </summary>
public sealed class DrawingCounty(TestCounty county) : IAsyncDisposable
{
    /// <summary>Number of the first task.</summary>
    public const string First = "532822202603021001";

    /// <summary>What both witnesses type.</summary>
    public const string Passphrase = "见证口令 2026";

    /// <summary>The one case in which the plan lets a drawn subject be replaced.</summary>
    public const string Case = "登记机关确认已迁出本县";

    /// <summary>The county itself.</summary>
    public TestCounty County => county;

    /// <summary>Head of the department that leads the tasks, who decides.</summary>
    public static Actor Head { get; } = TestCounty.As(Role.DepartmentHead, "SC");

    /// <summary>The administrator.</summary>
    public static Actor Administrator { get; } = TestCounty.As(Role.Administrator);

    /// <summary>The plan of the year.</summary>
    public required AnnualPlan Plan { get; init; }

    /// <summary>A county ready to draw.</summary>
    /// <param name="database">Which database.</param>
    /// <param name="inspectorsOfLead">Inspectors of the leading department; half of them may lead.</param>
    /// <param name="suite">The suite of its log; <c>sha256</c> when null.</param>
    public static async Task<DrawingCounty> OnAsync(DatabaseKind database, int inspectorsOfLead = 8, Suite? suite = null)
    {
        var county = await TestCounty.OnAsync(database);
        var plan = new AnnualPlan
        {
            Jurisdiction = TestCounty.Menghai,
            Id = Id<AnnualPlan>.New(county.Clock),
            Number = "53282220261001",
            Year = 2026,
            Says = ("2026 年度联合抽查计划", [Case]),
        }.Published(new DateOnly(2026, 1, 5));
        var ready = new DrawingCounty(county) { Plan = plan };
        var (subject, inspector) = (ready.ASubject(1), ready.AnInspector("SC", 1, mayLead: true));
        await ready.SaveAsync([
            plan,
            subject,
            inspector,
            new Recusal
            {
                Jurisdiction = TestCounty.Menghai, Id = Id<Recusal>.New(county.Clock), Inspector = inspector.Id, Subject = subject.Id,
                Reason = "亲属任职", DeclaredOn = new DateOnly(2026, 1, 5),
            },
            ready.AnItem("SC-01", "SC", cap: 5_000),
            ready.AnItem("YJ-03", "YJ", cap: null, "安全生产"),
            .. Enumerable.Range(2, 23).Select(i => ready.ASubject(i)),
            ready.ASubject(99, RegistrationState.Deregistered),
            .. Enumerable.Range(2, inspectorsOfLead - 1).Select(i => ready.AnInspector("SC", i, mayLead: i % 2 == 1)),
            .. Enumerable.Range(1, 5).Select(i => ready.AnInspector("YJ", i, mayLead: false, "安全生产")),
        ]);
        Done((await county.AskAsync((FoundLog f) => f.RunAsync(Administrator, quorum: 2, suite ?? Suite.Sha256))).Refusal);
        Done((await ready.AppointAsync("jiwei", "县纪委监委")).Refusal);
        Done((await ready.AppointAsync("sifa", "县司法局")).Refusal);
        return ready;
    }

    /// <summary>An item, published.</summary>
    public Item AnItem(string code, string department, int? cap, params List<string> qualifications) => new Item
    {
        Jurisdiction = TestCounty.Menghai,
        Id = Id<Item>.New(county.Clock),
        Code = code,
        Says = new ItemContent
        {
            Name = $"{code} 检查",
            Department = Department.Parse(department, null),
            Importance = cap is null ? Importance.Key : Importance.General,
            Cap = cap is { } share ? BasisPoints.Of(share) : null,
            Qualifications = qualifications,
        },
    }.Standing(ItemState.Published, county.Clock.Today());

    /// <summary>The i-th subject; its risk class and town follow from i.</summary>
    public Subject ASubject(int i, RegistrationState state = RegistrationState.InBusiness) => new()
    {
        Jurisdiction = TestCounty.Menghai,
        Id = Id<Subject>.New(county.Clock),
        Code = $"9153282200000{i:D5}",
        Says = new SubjectContent
        {
            Name = $"勐海第{i}茶厂",
            Kind = SubjectKind.Enterprise,
            Town = i % 2 == 0 ? "532822101" : "532822104",
            State = state,
            Risk = (RiskClass)(1 + (i % 4)),
        },
    };

    /// <summary>An inspector whose certificate lasts.</summary>
    public Inspector AnInspector(string department, int i, bool mayLead, params List<string> qualifications) => new()
    {
        Jurisdiction = TestCounty.Menghai,
        Id = Id<Inspector>.New(county.Clock),
        Number = $"{department}{i:D4}",
        Says = new InspectorContent
        {
            Name = $"{department} 第 {i} 人",
            Department = Department.Parse(department, null),
            Certificate = $"23{department}{i:D6}",
            CertificateUntil = new DateOnly(2028, 12, 31),
            Qualifications = qualifications,
            MayLead = mayLead,
        },
    };

    /// <summary>A task of the published plan.</summary>
    public PlanTask ATask(string number, QuotaWish quota, params List<string> items) => new()
    {
        Jurisdiction = TestCounty.Menghai,
        Id = Id<PlanTask>.New(county.Clock),
        Plan = Plan.Id,
        Number = number,
        Says = new(
            "茶叶生产企业联合检查", TaskType.Undirected, items, SubjectFilter.None, quota,
            new DateOnly(2026, 3, 10), new DateOnly(2026, 4, 30), Department.MarketSupervision, [Department.Parse("YJ", null)]),
    };

    /// <summary>The usual task: 6 subjects, both items.</summary>
    public async Task<string> WithTaskAsync(string number = First, QuotaWish? quota = null)
    {
        await SaveAsync([ATask(number, quota ?? QuotaWish.Of(6), "SC-01", "YJ-03")]);
        return number;
    }

    /// <summary>Writes rows.</summary>
    public async Task SaveAsync(IEnumerable<object> rows) => Done(await county.AskAsync(async (SupervisionDb db) =>
    {
        db.AddRange(rows);
        return await db.CommitAsync(county.Office, new Act("test.prepared"));
    }));

    /// <summary>Registers a standing witness.</summary>
    public Task<Outcome<string>> AppointAsync(string name, string role) =>
        county.AskAsync((AppointWitness a) => a.RunAsync(Administrator, new WitnessWish(name, role, Passphrase)));

    /// <summary>Commits a draw of one task with one guest.</summary>
    public Task<Outcome<DrawKey>> CommitAsync(string task = First, Actor? actor = null) =>
        county.AskAsync((CommitDraw c) => c.RunAsync(actor ?? county.Office, new DrawWish(task) { Guests = ["企业代表"] }));

    /// <summary>One person contributes.</summary>
    public Task<Outcome<ContributionSlip>> ContributeAsync(string witness, string number = First, string value = "3 1 4 1 5", string? passphrase = Passphrase) =>
        county.AskAsync((Contribute c) => c.RunAsync(county.Office, new ContributionWish(number, witness, value, passphrase)));

    /// <summary>Both witnesses and the guest contribute.</summary>
    public async Task ContributeAllAsync(string number = First)
    {
        foreach (var witness in (string[])["jiwei", "sifa", "guest-1"])
        {
            Done((await ContributeAsync(witness, number)).Refusal);
        }
    }

    /// <summary>Seals.</summary>
    public Task<Outcome<SealSlip>> SealAsync(string number = First) => county.AskAsync((SealDraw s) => s.RunAsync(county.Office, number));

    /// <summary>From the commitment to the seal.</summary>
    public async Task<SealSlip> DrawAsync(string number = First)
    {
        Done((await CommitAsync(number)).Refusal);
        await ContributeAllAsync(number);
        var sealing = await SealAsync(number);
        Done(sealing.Refusal);
        return sealing.Value;
    }

    /// <summary>Both witnesses cosign the log as it stands.</summary>
    public async Task CosignAsync(string number = First)
    {
        foreach (var witness in (string[])["jiwei", "sifa"])
        {
            Done((await county.AskAsync((CosignDraw c) => c.RunAsync(county.Office, number, witness, Passphrase))).Refusal);
        }
    }

    /// <summary>Asks, as the office.</summary>
    public Task<Outcome<DrawRequest>> AskAsync(DrawWanted wanted, Actor? asker = null) =>
        county.AskAsync((AskDrawChange a) => a.RunAsync(asker ?? county.Office, wanted));

    /// <summary>Asks as the office, or takes what waits already, and has it approved by the head; the request, or why asking or approving was refused.</summary>
    public async Task<Outcome<DrawRequest>> DecidedAsync(DrawWanted wanted, Actor? decider = null, Actor? asker = null)
    {
        var asked = await AskAsync(wanted, asker);
        if (asked.Refused(out var no, out var request) && no.Code != "draw.asked-already")
        {
            return no;
        }

        request ??= await county.ReadAsync(db => db.DrawRequests.SingleAsync(
            r => r.Kind == wanted.Kind && r.Draw == wanted.Draw && r.SubjectCode == wanted.SubjectCode && r.State == DecisionState.Asked));
        return await county.AskAsync((DecideDrawChange d) => d.ApproveAsync(decider ?? Head, request.Id)) is { } refused ? refused : request;
    }

    /// <summary>Leaves a subject out of the usual task's draw, approved by the head.</summary>
    public Task<Outcome<DrawRequest>> LeaveOutAsync(string subject, LeftOutReason reason) =>
        DecidedAsync(new(DrawRequestKind.LeaveOut, First, "市局本年已查") { SubjectCode = subject, Code = reason.ToString() });

    /// <summary>What a void asks for.</summary>
    public static DrawWanted AVoid(string number = First, string reason = "现场停电") => new(DrawRequestKind.Void, number, reason) { Code = nameof(VoidCode.VenueFailure) };

    /// <summary>Voids, approved by the head.</summary>
    public Task<Outcome<DrawRequest>> VoidAsync(string number = First, Actor? approver = null) => DecidedAsync(AVoid(number), approver);

    /// <summary>Opens, early and approved by the head where inspections go on.</summary>
    public async Task<Refusal?> OpenOnceAsync(string number = First) =>
        (await county.AskAsync((OpenDraw o) => o.RunAsync(county.Office, number))).Refusal is not { } no ? null
            : no.Code == "draw.opening-too-early" ? (await DecidedAsync(new(DrawRequestKind.OpenEarly, number, "试验记录"))).Refusal
            : no;

    /// <summary>The same, and has it cosigned.</summary>
    public async Task OpenAsync(string number = First)
    {
        Done(await OpenOnceAsync(number));
        await CosignAsync(number);
    }

    /// <summary>Replaces a drawn subject, approved by the head; code of the one that stands in.</summary>
    public async Task<Outcome<string>> ReplaceAsync(string subject, string reason = Case, string task = First, string number = First)
    {
        var done = await DecidedAsync(new(DrawRequestKind.Replace, number, reason) { Part = task, SubjectCode = subject, Evidence = new string('a', 64) });
        return done.Refused(out var no) ? no : (await NewestNamesAsync())[0];
    }

    /// <summary>Draws more, approved by the head; codes of the subjects added.</summary>
    public async Task<Outcome<List<string>>> ExtendAsync(int count, string task = First, string number = First)
    {
        var done = await DecidedAsync(new(DrawRequestKind.Extend, number, "举报增多") { Part = task, Stratum = "", Count = count });
        return done.Refused(out var no) ? no : await NewestNamesAsync();
    }

    private Task<List<string>> NewestNamesAsync() => county.ReadAsync(async db => (await db.DrawChanges.OrderByDescending(c => c.Index).FirstAsync()).Names);

    /// <summary>The record's files.</summary>
    public async Task<SortedDictionary<string, ReadOnlyMemory<byte>>> RecordAsync(string number = First) =>
        (await county.AskAsync((ExportRecord e) => e.FilesAsync(number))).Value;

    /// <summary>Checks the exported record as a citizen would.</summary>
    public async Task<VerificationReport> VerifyAsync(string number = First)
    {
        var files = await RecordAsync(number);
        return Verify.Record(files, files["trust.json"].Span);
    }

    private static void Done(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"{refusal.Code}: {refusal.Because}");
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => county.DisposeAsync();
}
