using System.Text;
using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Demo;
using DoubleRandom.Directories;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Preparing;
using DoubleRandom.Imports;
using DoubleRandom.Inspections;
using DoubleRandom.Items;
using DoubleRandom.Log;
using DoubleRandom.Plans;
using DoubleRandom.Testing;
using DoubleRandom.Testing.Draws;
using DoubleRandom.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Web.Tests.Doors;

/// <summary>
/// One database with two counties: Menghai with something of everything, and Mengla with a few rows that bear the same codes and
/// numbers. In each, one person for every role.
/// </summary>
public sealed class TwoCounties : IAsyncLifetime
{
    /// <summary>Stands in whatever Mengla owns and nowhere else.</summary>
    public const string MarkOfMengla = "邻县专有";

    /// <summary>The task that is drawn, opened and visited.</summary>
    public const string Visited = DrawingCounty.First;

    /// <summary>A task that is drawn and sealed.</summary>
    public const string Sealed = "532822202603021002";

    /// <summary>A task committed, waiting for its contributions.</summary>
    public const string Committed = "532822202603021003";

    /// <summary>A published task, not drawn.</summary>
    public const string Waiting = "532822202603021004";

    private static readonly string[] Departmental = ["SC", "TJ"];
    private readonly List<AVisitor> visitors = [];
    private DrawingCounty? county;
    private PublicSite? site;

    /// <summary>The neighbour.</summary>
    public static Jurisdiction Mengla { get; } = Jurisdiction.Parse("532823", null);

    /// <summary>Words that stand in Menghai's rows and nowhere else, nor in an address.</summary>
    public static IReadOnlyList<string> MarksOfMenghai { get; } =
        ["勐海第", "茶厂", "茶叶生产企业联合检查", "年度联合抽查计划", "编制中的", "亲属任职", "SC 第", "YJ 第", "23SC000", "岩温罕", "勐海人", "县纪委监委"];

    /// <summary>The app.</summary>
    public PublicSite Site => site!;

    /// <summary>The county with something of everything.</summary>
    public TestCounty County => county!.County;

    /// <summary>Concrete addresses in Menghai for every address with a gap.</summary>
    public IReadOnlyDictionary<string, string[]> Menghai { get; private set; } = new Dictionary<string, string[]>();

    /// <summary>Addresses of Mengla's rows.</summary>
    public IReadOnlyList<string> OfMengla { get; private set; } = [];

    /// <summary>Every form that anybody of Menghai is offered anywhere; collected once.</summary>
    internal IReadOnlyList<AForm>? Forms { get; set; }

    /// <summary>Somebody of a county, signed in.</summary>
    internal AVisitor this[Jurisdiction of, Role role, string department = "SC"] => people[(of, role, Of(role, department))];

    /// <summary>Somebody who has not signed in.</summary>
    internal AVisitor Nobody()
    {
        var nobody = new AVisitor(Site.Address);
        visitors.Add(nobody);
        return nobody;
    }

    private readonly Dictionary<(Jurisdiction, Role, Department?), AVisitor> people = [];

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        county = await DrawingCounty.OnAsync(DatabaseKind.Sqlite, inspectorsOfLead: 16);
        await NamePeopleAsync();
        foreach (var number in (string[])[Visited, Sealed, Committed, Waiting])
        {
            await county.WithTaskAsync(number, QuotaWish.Of(4));
        }

        await county.DrawAsync();
        await county.DrawAsync(Sealed);
        await county.CosignAsync();
        var visits = await VisitsAsync();
        await county.OpenAsync();
        (await County.AskAsync((CommitDraw c) => c.RunAsync(
            County.Office, new DrawWish(Committed) { Guests = ["企业代表"], Beacon = new(BeaconSource.Lottery, "双色球 2026025") }))).Refusal.ShouldBeNull();
        (await county.AskAsync(DrawingCounty.AVoid(Sealed, "勐海人要求作废"))).Refusal.ShouldBeNull();
        await PlanDraftAsync();
        var imported = await ImportAsync();
        OfMengla = await Neighbour.SettleAsync(County);
        DemoClock.Set(County.DataFolder, TimeProvider.System, County.Clock.Now());
        site = new PublicSite(County);
        await PeopleAsync(visits.Leader);
        var link = await County.AskAsync((InviteWitness i) => i.RunAsync(County.Office, Committed, "guest-1"));
        (await new APhone(County, "renda").AppointAsync("县人大代表")).ShouldBeNull();
        var keyLink = await County.AskAsync((AppointByPhone a) => a.InviteAsync(DrawingCounty.Administrator, "zhengxie", "县政协委员"));
        var waiting = new APhone(County, "zhengxie");
        (await County.AskAsync((AppointByPhone a) => a.TakeKeyAsync(TestCounty.Menghai, keyLink.Value, waiting.PublicKey, waiting.Proof))).ShouldBeNull();
        Menghai = await County.ReadAsync(db => AddressesOf.MenghaiAsync(db, visits, imported, link.Value, keyLink.Value));
    }

    /// <summary>Lines of the trail in a county.</summary>
    public Task<int> TrailAsync(Jurisdiction of) => County.AskAsync(of, (Storage.SupervisionDb db) => db.AuditEntries.CountAsync());

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        visitors.ForEach(visitor => visitor.Dispose());
        if (site is not null)
        {
            await site.DisposeAsync();
        }

        if (county is not null)
        {
            await county.DisposeAsync();
        }
    }

    private static Department? Of(Role role, string department) =>
        role is Role.OfficeClerk or Role.Auditor or Role.Administrator or Role.LeadingGroup ? null : Department.Parse(department, null);

    private Task NamePeopleAsync() => County.ReadAsync(async db =>
    {
        foreach (var subject in await db.Subjects.ToListAsync())
        {
            subject.Change(content => content with { Representative = "岩温罕", Phone = "13812345678" });
        }

        return await db.CommitAsync(County.Office, new Act("test.prepared"));
    });

    /// <summary>Four visits: published with a correction asked for, waiting for review, a substitution asked for, untouched.</summary>
    private async Task<KnownVisits> VisitsAsync()
    {
        (await County.AskAsync((ReleaseVisits r) => r.RunAsync(County.Office, Visited))).Refusal.ShouldBeNull();
        County.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 12, 1, 0, 0, TimeSpan.Zero));
        var ids = await County.ReadAsync(db => db.Visits.OrderBy(v => v.Number).Select(v => v.Id).ToListAsync());
        ids.Count.ShouldBe(4);
        var clerk = TestCounty.As(Role.DepartmentClerk, "SC");
        foreach (var id in ids.Take(2))
        {
            (await County.AskAsync((RecordResult r) => r.SubmitAsync(clerk, id, Guid.Empty, SheetOf(id)))).Refusal.ShouldBeNull();
        }

        var version = await County.ReadAsync(db => db.InspectionResults.Where(r => r.Visit == ids[0]).Select(r => r.Version).SingleAsync());
        (await County.AskAsync((ReviewResult r) => r.ApproveAsync(TestCounty.As(Role.Reviewer, "SC"), ids[0], version))).ShouldBeNull();
        var correction = await County.AskAsync((CorrectResult c) => c.AskAsync(clerk, ids[0], SheetOf(ids[0], "勐海人更正"), "勐海人要求更正"));
        var slot = await County.ReadAsync(db => db.VisitMembers.Where(m => m.Visit == ids[2]).OrderBy(m => m.Slot).Select(m => m.Slot).FirstAsync());
        var request = await County.AskAsync((AskSubstitution a) => a.RunAsync(
            TestCounty.As(Role.OfficeClerk), new SubstitutionWish(ids[2], slot, SubstitutionReason.OnLeave, "勐海人请假条")));
        return new(ids, correction.Value, request.Value, await LeaderAsync(ids[0]));

        WrittenResult SheetOf(Id<Visit> id, string opinion = "勐海人同意")
        {
            var day = new DateOnly(2026, 3, 11);
            var team = County.ReadAsync(db => db.VisitMembers.Where(m => m.Visit == id).Join(db.Inspectors, m => m.Inspector, i => i.Id, (_, i) => i.Number).ToListAsync()).GetAwaiter().GetResult();
            return new(
                new ResultSheet
                {
                    VisitedOn = day,
                    CompletedOn = day,
                    Methods = [InspectionMethod.OnSite],
                    Items = [.. ((string[])["SC-01", "YJ-03"]).Select(code => new ItemFinding(code, ItemAnswer.Inspected, [ResultCode.NoProblem], "勐海人所见", [Disposal.NothingFurther], "", ""))],
                    Officers = [.. team.Select(number => new OfficerSignature(number, day))],
                    RepresentativeSignedOn = day,
                    LeaderOpinion = opinion,
                    LeaderSignedOn = day,
                },
                "岩温罕");
        }
    }

    private Task<string> LeaderAsync(Id<Visit> visit) => County.ReadAsync(db => db.VisitMembers
        .Where(m => m.Visit == visit && m.IsLeader).Join(db.Inspectors, m => m.Inspector, i => i.Id, (_, i) => i.Number).SingleAsync());

    private async Task PlanDraftAsync()
    {
        var draft = new AnnualPlan
        {
            Jurisdiction = TestCounty.Menghai,
            Id = Id<AnnualPlan>.New(County.Clock),
            Number = "53282220261002",
            Year = 2026,
            Says = ("编制中的计划", []),
        };
        await county!.SaveAsync([
            draft,
            new PlanTask
            {
                Jurisdiction = TestCounty.Menghai,
                Id = Id<PlanTask>.New(County.Clock),
                Plan = draft.Id,
                Number = draft.Number + "0001",
                Says = new(
                    "编制中的任务", TaskType.Undirected, ["SC-01"], SubjectFilter.None, QuotaWish.Of(2),
                    new DateOnly(2026, 5, 10), new DateOnly(2026, 6, 30), Department.MarketSupervision, []),
            },
        ]);
        var inspector = await County.ReadAsync(db => db.Inspectors.OrderBy(i => i.Number).FirstAsync());
        (await County.AskAsync((AddLeave a) => a.RunAsync(
            TestCounty.As(Role.DepartmentClerk, "SC"), inspector.Id, new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 2), "勐海人年休"))).Refusal.ShouldBeNull();
    }

    /// <summary>An import that went in with a rejected row.</summary>
    private async Task<Id<ImportBatch>> ImportAsync()
    {
        var file = Encoding.UTF8.GetBytes("对象名称,统一社会信用代码,对象类型,所属乡镇,登记状态\n勐海第九十九茶厂,91532822MA6K1A2B1J,企业,勐海镇,在营\n勐海第一百茶厂,92532822MA6L3C4D83,个体工商户,外国镇,在营\n");
        var upload = await County.AskAsync((PreviewImport p) => p.RunAsync(County.Office, SubjectImport.Fills, "勐海人.csv", new MemoryStream(file)));
        (await County.AskAsync((CommitImport c) => c.RunAsync(County.Office, upload.Value.Id))).Refusal.ShouldBeNull();
        return upload.Value.Id;
    }

    /// <summary>One account for every role in both counties, departmental ones in two departments, each signed in with a password of its own.</summary>
    private async Task PeopleAsync(string leader)
    {
        foreach (var (here, role, department) in
            from here in (Jurisdiction[])[TestCounty.Menghai, Mengla]
            from role in Enum.GetValues<Role>()
            from department in (here == TestCounty.Menghai ? Departmental : Departmental[..1]).Select(code => Of(role, code)).Distinct()
            select (here, role, department))
        {
            var name = $"{(here == Mengla ? "mengla" : "menghai")}-{role}{(department?.Code == "TJ" ? "-tj" : "")}".ToLowerInvariant();
            var account = new NewAccount(name, here == Mengla ? MarkOfMengla + role : "勐海人" + role, [new Post(role, department)]);
            var visitor = await AVisitor.WithAccountAsync(Site, here, account);
            visitors.Add(visitor);
            if (role == Role.Inspector)
            {
                // The number of Menghai's leader for all of them, also where the product would not give it: it opens nothing there.
                await County.AskAsync(here, async (Storage.SupervisionDb db) =>
                {
                    (await db.Users.SingleAsync(a => a.UserName == name)).InspectorNumber = leader;
                    return await db.CommitAsync(TestCounty.As(Role.Administrator, county: here), new Act("test.prepared"));
                });
            }

            people[(here, role, department)] = visitor;
        }
    }
}
