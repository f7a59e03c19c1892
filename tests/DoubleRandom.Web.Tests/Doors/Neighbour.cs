using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Inspections;
using DoubleRandom.Items;
using DoubleRandom.Plans;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Web.Tests.Doors;

/// <summary>Mengla's rows: the same codes and numbers as Menghai's, and one item of its own.</summary>
internal static class Neighbour
{
    /// <summary>Writes them; the addresses under which the app would show them.</summary>
    public static async Task<IReadOnlyList<string>> SettleAsync(TestCounty county)
    {
        var clock = county.Clock;
        var here = TwoCounties.Mengla;
        var subject = new Subject
        {
            Jurisdiction = here,
            Id = Id<Subject>.New(clock),
            Code = "915328220000000001",
            Says = new SubjectContent
            {
                Name = TwoCounties.MarkOfMengla + "对象",
                Kind = SubjectKind.Enterprise,
                Town = "532823101",
                State = RegistrationState.InBusiness,
                Representative = TwoCounties.MarkOfMengla + "人",
                Phone = "13900000000",
            },
        };
        var inspector = new Inspector
        {
            Jurisdiction = here,
            Id = Id<Inspector>.New(clock),
            Number = "SC0001",
            Says = new InspectorContent
            {
                Name = TwoCounties.MarkOfMengla + "检查员",
                Department = Department.MarketSupervision,
                Certificate = TwoCounties.MarkOfMengla,
                CertificateUntil = new DateOnly(2028, 12, 31),
            },
        };
        var plan = new AnnualPlan
        {
            Jurisdiction = here,
            Id = Id<AnnualPlan>.New(clock),
            Number = "53282320261001",
            Year = 2026,
            Says = (TwoCounties.MarkOfMengla + "计划", []),
        }.Published(new DateOnly(2026, 1, 5));
        var recusal = new Recusal
        {
            Jurisdiction = here,
            Id = Id<Recusal>.New(clock),
            Inspector = inspector.Id,
            Subject = subject.Id,
            Reason = TwoCounties.MarkOfMengla,
            DeclaredOn = new DateOnly(2026, 1, 5),
        };
        const string Task = "532823202603021001";
        await county.AskAsync(here, async (Storage.SupervisionDb db) =>
        {
            db.AddRange(
                subject, inspector, plan, recusal, AnItem("SC-01"), AnItem("SC-77"),
                new PlanTask
                {
                    Jurisdiction = here,
                    Id = Id<PlanTask>.New(clock),
                    Plan = plan.Id,
                    Number = Task,
                    Says = new(
                        TwoCounties.MarkOfMengla + "任务", TaskType.Undirected, ["SC-77"], SubjectFilter.None, QuotaWish.Of(1),
                        new DateOnly(2026, 3, 1), new DateOnly(2026, 6, 1), Department.MarketSupervision, []),
                },
                new PublishedResult
                {
                    Jurisdiction = here,
                    Id = Id<PublishedResult>.New(clock),
                    Visit = Id<Visit>.New(clock),
                    Edition = 1,
                    PlanNumber = plan.Number,
                    PlanName = plan.Name,
                    TaskNumber = Task,
                    TaskName = TwoCounties.MarkOfMengla + "任务",
                    TaskType = TaskType.Undirected,
                    Subject = subject.Id,
                    SubjectCode = subject.Code,
                    SubjectName = subject.Name,
                    Item = "SC-77",
                    ItemName = TwoCounties.MarkOfMengla + "事项",
                    Department = Department.MarketSupervision,
                    CompletedOn = new DateOnly(2026, 3, 5),
                    Codes = [ResultCode.NoProblem],
                    PublishedAt = clock.Now(),
                });
            return await db.CommitAsync(TestCounty.As(Role.OfficeClerk, county: here), new Act("test.prepared"));
        });
        var item = await county.AskAsync(here, (Storage.SupervisionDb db) => db.Items.FirstAsync());
        return
        [
            $"/items/{item.Id}", $"/items/{item.Id}/edit", $"/items/{item.Id}/retire", $"/subjects/{subject.Id}", $"/subjects/{subject.Id}/edit",
            $"/inspectors/{inspector.Id}", $"/inspectors/{inspector.Id}/edit", $"/inspectors/{inspector.Id}/recusals/{recusal.Id}",
            $"/plans/{plan.Number}", $"/plans/{plan.Number}/export", $"/plans/{plan.Number}/history", $"/plans/{plan.Number}/tasks/{Task}", $"/plans/{plan.Number}/calendar",
            "/accounts/mengla-auditor", "/accounts/mengla-auditor/state", $"/draws/new?tasks={Task}", "/portal/items/SC-77", $"/portal/plans/{plan.Number}", $"/portal/tasks/{Task}",
            "/portal/results?q=" + Uri.EscapeDataString(TwoCounties.MarkOfMengla), $"/portal/results?task={Task}", $"/portal/results/export?task={Task}",
        ];

        Item AnItem(string code) => new Item
        {
            Jurisdiction = here,
            Id = Id<Item>.New(clock),
            Code = code,
            Says = new ItemContent { Name = TwoCounties.MarkOfMengla + "事项", Department = Department.MarketSupervision, Importance = Importance.Key },
        }.Standing(ItemState.Published, new DateOnly(2026, 1, 5));
    }
}
