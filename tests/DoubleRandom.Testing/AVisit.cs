using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Draws;
using DoubleRandom.Inspections;
using DoubleRandom.Items;
using DoubleRandom.Log;
using DoubleRandom.Plans;
using DoubleRandom.Verifiable.Hashing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Testing;

/// <summary>
/// A sealed joint draw of market supervision (two inspectors, one leads) and agriculture (one), its task from 2026-03-01 to
/// 2026-03-31, and its visits once released. A fourth inspector, SC0004, is on no team.
/// </summary>
public sealed class AVisit
{
    private AVisit(TestCounty county) => County = county;

    /// <summary>Number of the task, also the draw's id.</summary>
    public const string Draw = "532822202603021001";

    /// <summary>The county.</summary>
    public TestCounty County { get; }

    /// <summary>The visits once released, in draw order.</summary>
    public IReadOnlyList<Id<Visit>> Visits { get; private set; } = [];

    /// <summary>The first visit.</summary>
    public Id<Visit> Id => Visits[0];

    /// <summary>The team's leader, SC0001.</summary>
    public static Actor Leader { get; } = AnInspector("SC", 1);

    /// <summary>A member of the team, SC0002.</summary>
    public static Actor Member { get; } = AnInspector("SC", 2);

    /// <summary>A member from the joining department, NY0003.</summary>
    public static Actor Joining { get; } = AnInspector("NY", 3);

    /// <summary>An inspector of the leading department who is on no team, SC0004.</summary>
    public static Actor Stranger { get; } = AnInspector("SC", 4);

    /// <summary>A clerk of the leading department.</summary>
    public static Actor Clerk { get; } = TestCounty.As(Role.DepartmentClerk, "SC");

    /// <summary>A reviewer of the leading department.</summary>
    public static Actor Reviewer { get; } = TestCounty.As(Role.Reviewer, "SC");

    /// <summary>The head of the leading department.</summary>
    public static Actor Head { get; } = TestCounty.As(Role.DepartmentHead, "SC");

    /// <summary>A draw that is sealed but not released.</summary>
    public static async Task<AVisit> SealedAsync(TestCounty county, int subjects = 1, bool withTeam = true, int members = 3)
    {
        await county.ReadAsync(db =>
        {
            db.AddRange(new Rows(county.Clock, new(2026, 3, 1), subjects, withTeam, members).All());
            return db.CommitAsync(county.Office, new Act("draw.sealed"));
        });
        _ = await county.AskAsync((FoundLog f) => f.RunAsync(TestCounty.As(Role.Administrator), 1, Suite.Sha256));
        return new AVisit(county);
    }

    /// <summary>The rows of such a draw, for an app that has a clock of its own.</summary>
    public static IEnumerable<object> SealedRows(TimeProvider clock, DateOnly from, int subjects) => new Rows(clock, from, subjects, true, 3).All();

    /// <summary>A draw whose visits are with their team.</summary>
    public static async Task<AVisit> ReleasedAsync(TestCounty county, int subjects = 1)
    {
        var visit = await SealedAsync(county, subjects);
        _ = (await county.AskAsync((ReleaseVisits r) => r.RunAsync(county.Office, Draw))).Value;
        visit.Visits = await county.ReadAsync(db => db.Visits.OrderBy(v => v.Number).Select(v => v.Id).ToListAsync());
        return visit;
    }

    /// <summary>A visit whose lawful result waits for review; the clock stands at 2026-03-10.</summary>
    public static async Task<AVisit> SubmittedAsync(TestCounty county, int subjects = 1)
    {
        var visit = await ReleasedAsync(county, subjects);
        county.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 10, 1, 0, 0, TimeSpan.Zero));
        foreach (var id in visit.Visits)
        {
            _ = (await county.AskAsync((RecordResult r) => r.SubmitAsync(Leader, id, Guid.Empty, ASheet()))).Value;
        }

        return visit;
    }

    /// <summary>A visit whose result is approved and published.</summary>
    public static async Task<AVisit> PublishedAsync(TestCounty county)
    {
        var visit = await SubmittedAsync(county);
        return await visit.ApproveAsync(Reviewer) is { } refusal ? throw new InvalidOperationException(refusal.InEnglish) : visit;
    }

    /// <summary>Approves the first visit, or another one.</summary>
    public async Task<Refusal?> ApproveAsync(Actor actor, Id<Visit>? id = null)
    {
        var visit = id ?? Id;
        var seen = await VersionAsync(visit);
        return await County.AskAsync((ReviewResult r) => r.ApproveAsync(actor, visit, seen));
    }

    /// <summary>The stored version of a result.</summary>
    public Task<Guid> VersionAsync(Id<Visit> visit) =>
        County.ReadAsync(db => db.InspectionResults.Where(r => r.Visit == visit).Select(r => r.Version).SingleOrDefaultAsync());

    /// <summary>The state of the first visit, or of another one.</summary>
    public Task<VisitState> StateAsync(Id<Visit>? id = null)
    {
        var visit = id ?? Id;
        return County.ReadAsync(db => db.Visits.Where(v => v.Id == visit).Select(v => v.State).SingleAsync());
    }

    /// <summary>A lawful sheet of a visit on 2026-03-09: no problem at SC-0001, a problem put right at NY-0001.</summary>
    public static WrittenResult ASheet(Func<ResultSheet, ResultSheet>? but = null, string representative = "岩温")
    {
        var day = new DateOnly(2026, 3, 9);
        var sheet = new ResultSheet
        {
            VisitedOn = day,
            CompletedOn = day,
            Methods = [InspectionMethod.OnSite],
            Items =
            [
                new("NY-0001", ItemAnswer.Inspected, [ResultCode.CorrectedOnOrder], "进货台账缺两批次，当场补齐", [Disposal.NothingFurther], "", ""),
                new("SC-0001", ItemAnswer.Inspected, [ResultCode.NoProblem], "", [Disposal.NothingFurther], "", ""),
            ],
            Officers = [new("SC0001", day), new("NY0003", day)],
            RepresentativeSignedOn = day,
            LeaderOpinion = "同意检查组意见",
            LeaderSignedOn = day,
        };
        return new WrittenResult(but?.Invoke(sheet) ?? sheet, representative);
    }

    /// <summary>The same sheet with one item's line changed.</summary>
    public static WrittenResult ASheetWith(string item, Func<ItemFinding, ItemFinding> but) =>
        ASheet(sheet => sheet with { Items = [.. sheet.Items.Select(line => line.Item == item ? but(line) : line)] });

    private static Actor AnInspector(string department, int number) => new()
    {
        Account = new Guid(100 + number, 0, 0, new byte[8]),
        Name = $"检查员{number}",
        Jurisdiction = TestCounty.Menghai,
        Posts = [new Post(Role.Inspector, Department.Parse(department, null))],
        InspectorNumber = FormattableString.Invariant($"{department}{number:0000}"),
    };

    /// <summary>The rows that stand when a draw has been sealed.</summary>
    private sealed class Rows(TimeProvider clock, DateOnly from, int subjects, bool withTeam, int members)
    {
        private static readonly Jurisdiction Here = TestCounty.Menghai;
        private readonly Id<AnnualPlan> plan = Id<AnnualPlan>.New(clock);

        public IEnumerable<object> All()
        {
            Inspector[] inspectors = [Officer("SC", 1), Officer("SC", 2), Officer("NY", 3), Officer("SC", 4)];
            Subject[] drawn = [.. Enumerable.Range(1, subjects).Select(ASubject)];
            return
            [
                new AnnualPlan { Jurisdiction = Here, Id = plan, Number = "53282220261001", Year = from.Year, Says = ("2026年度联合抽查计划", []) }.Published(from),
                ATask(),
                AnItem("SC-0001", "即时公示信息的检查"),
                AnItem("NY-0001", "农药经营台账的检查"),
                .. inspectors,
                .. drawn,
                .. drawn.Select(Drawn),
                .. withTeam ? inspectors.Take(members).Select(Place) : [],
            ];
        }

        private PlanTask ATask()
        {
            var task = new PlanTask
            {
                Jurisdiction = Here,
                Id = Id<PlanTask>.New(clock),
                Plan = plan,
                Number = Draw,
                Says = new(
                    "农资经营主体联合抽查", TaskType.Directed, ["NY-0001", "SC-0001"], SubjectFilter.None, new(subjects, new Dictionary<RiskClass, int>()),
                    from, from.AddDays(30), Department.MarketSupervision, [Department.Parse("NY", null)]),
            };
            task.TakeDrawn();
            return task;
        }

        private Item AnItem(string code, string name) => new Item
        {
            Jurisdiction = Here,
            Id = Id<Item>.New(clock),
            Code = code,
            Says = new ItemContent { Name = name, Department = Department.Parse(code[..2], null), Importance = Importance.General, Cap = BasisPoints.Of(500) },
        }.Standing(ItemState.Published, from);

        private Inspector Officer(string department, int number) => new()
        {
            Jurisdiction = Here,
            Id = Id<Inspector>.New(clock),
            Number = FormattableString.Invariant($"{department}{number:0000}"),
            Says = new InspectorContent
            {
                Name = $"检查员{number}",
                Department = Department.Parse(department, null),
                Certificate = FormattableString.Invariant($"2532822{number:0000}"),
                CertificateUntil = from.AddYears(2),
                MayLead = number == 1,
            },
        };

        private Subject ASubject(int number) => new()
        {
            Jurisdiction = Here,
            Id = Id<Subject>.New(clock),
            Code = FormattableString.Invariant($"D{number:0000}"),
            Says = new SubjectContent
            {
                Name = $"勐海县第{number}农资店",
                Kind = SubjectKind.Individual,
                Town = "532822101",
                State = RegistrationState.InBusiness,
                Representative = "岩温",
                Phone = "13812345678",
            },
        };

        private DrawnSubject Drawn(Subject subject, int at) => new()
        {
            Jurisdiction = Here,
            Draw = Draw,
            Attempt = 1,
            Subject = subject.Id,
            SubjectCode = subject.Code,
            Place = at + 1,
            Batch = 1,
            Bundle = withTeam ? "b00001" : null,
            Items = ["NY-0001", "SC-0001"],
            Tasks = [Draw],
            NoticeProof = "{}",
        };

        private static TeamPlace Place(Inspector officer, int at) => new()
        {
            Jurisdiction = Here,
            Draw = Draw,
            Attempt = 1,
            Slot = FormattableString.Invariant($"b00001/{officer.Department.Code}/{at + 1}"),
            Bundle = "b00001",
            Department = officer.Department,
            IsLeader = at == 0,
            Matched = officer.Id,
            Holder = officer.Id,
        };
    }
}
