using DoubleRandom.Assignments;
using DoubleRandom.Imports;
using DoubleRandom.Inspections;
using DoubleRandom.Plans;
using DoubleRandom.Storage;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Web.Tests.Doors;

/// <summary>Visits of known states: published, waiting for review, a substitution asked for, untouched.</summary>
internal sealed record KnownVisits(IReadOnlyList<Id<Visit>> Ids, Id<ResultCorrection> Correction, Id<SubstitutionRequest> Request, string Leader);

/// <summary>Concrete addresses for every address with a gap: a new one must be written down here, or the walk fails.</summary>
internal static class AddressesOf
{
    /// <summary>Those of Menghai's rows.</summary>
    public static async Task<IReadOnlyDictionary<string, string[]>> MenghaiAsync(SupervisionDb db, KnownVisits visits, Id<ImportBatch> import, string link, string keyLink)
    {
        var item = (await db.Items.FirstAsync()).Id;
        var subject = (await db.Subjects.OrderBy(s => s.Code).FirstAsync()).Id;
        var recusal = await db.Recusals.FirstAsync();
        var inspector = $"/inspectors/{recusal.Inspector}";
        var draft = await db.Plans.Where(p => p.State == PlanState.Draft).Select(p => p.Number).SingleAsync();
        var plan = "/plans/53282220261001";
        var published = $"/visits/{visits.Ids[0]}";
        var submitted = $"/visits/{visits.Ids[1]}";
        var untouched = $"/visits/{visits.Ids[3]}";
        return new Dictionary<string, string[]>
        {
            ["/{**path}"] = ["/nowhere"],
            ["/{**path:file}"] = ["/nowhere.txt"],
            ["/error/{Code:int}"] = ["/error/404"],
            ["/witness/{Secret}"] = ["/witness/" + link],
            ["/witness/{secret}/state"] = [$"/witness/{link}/state"],
            ["/witness-key/{Secret}"] = ["/witness-key/" + keyLink],
            ["/witness-key/{secret}/state"] = [$"/witness-key/{keyLink}/state"],
            ["/cosign/{Name}"] = ["/cosign/renda"],
            ["/cosign/{name}/state"] = ["/cosign/renda/state"],
            ["/accounts/{UserName}"] = ["/accounts/menghai-auditor"],
            ["/accounts/{UserName}/state"] = ["/accounts/menghai-auditor/state"],
            ["/items/{Key}"] = [$"/items/{item}"],
            ["/items/{Key}/edit"] = [$"/items/{item}/edit"],
            ["/items/{Key}/retire"] = [$"/items/{item}/retire"],
            ["/subjects/{Key}"] = [$"/subjects/{subject}"],
            ["/subjects/{Key}/edit"] = [$"/subjects/{subject}/edit"],
            ["/inspectors/{Key}"] = [inspector],
            ["/inspectors/{Key}/edit"] = [inspector + "/edit"],
            ["/inspectors/{Key}/recusals/{Recusal}"] = [$"{inspector}/recusals/{recusal.Id}"],
            ["/imports/{Key}"] = [$"/imports/{import}"],
            ["/imports/{id}/rejected"] = [$"/imports/{import}/rejected"],
            ["/imports/templates/{kind}"] = ["/imports/templates/Subjects"],
            ["/plans/{Number}"] = [plan, $"/plans/{draft}"],
            ["/plans/{Number}/history"] = [plan + "/history"],
            ["/plans/{Number}/calendar"] = [plan + "/calendar"],
            ["/plans/{Number}/print"] = [plan + "/print"],
            ["/plans/{Number}/name"] = [$"/plans/{draft}/name"],
            ["/plans/{Number}/publication"] = [$"/plans/{draft}/publication"],
            ["/plans/{number}/export"] = [plan + "/export"],
            ["/plans/{Number}/tasks/new"] = [$"/plans/{draft}/tasks/new"],
            ["/plans/{Number}/tasks/{TaskNumber}"] = [$"{plan}/tasks/{TwoCounties.Visited}", $"{plan}/tasks/{TwoCounties.Waiting}"],
            ["/plans/{Number}/tasks/{TaskNumber}/edit"] = [$"/plans/{draft}/tasks/{draft}0001/edit"],
            ["/plans/{Number}/tasks/{TaskNumber}/end"] = [$"/plans/{draft}/tasks/{draft}0001/end", $"{plan}/tasks/{TwoCounties.Waiting}/end"],
            ["/draws/{Number}"] = [$"/draws/{TwoCounties.Visited}", $"/draws/{TwoCounties.Sealed}", $"/draws/{TwoCounties.Committed}"],
            ["/draws/log/cosign/{Witness}"] = ["/draws/log/cosign/sifa", "/draws/log/cosign/renda"],
            ["/draws/{Number}/beacon"] = [$"/draws/{TwoCounties.Committed}/beacon"],
            ["/draws/{Number}/list"] = [$"/draws/{TwoCounties.Visited}/list", $"/draws/{TwoCounties.Sealed}/list"],
            ["/draws/{Number}/opening"] = [$"/draws/{TwoCounties.Sealed}/opening"],
            ["/draws/requests/{Id:guid}"] = [$"/draws/requests/{(await db.DrawRequests.FirstAsync()).Id}"],
            ["/draws/left-out/{Task}"] = [$"/draws/left-out/{TwoCounties.Sealed}"],
            ["/draws/{Number}/void"] = [$"/draws/{TwoCounties.Sealed}/void"],
            ["/draws/{Number}/extend"] = [$"/draws/{TwoCounties.Sealed}/extend"],
            ["/draws/{Number}/replace"] = [$"/draws/{TwoCounties.Sealed}/replace"],
            ["/draws/{Number}/match"] = [$"/draws/{TwoCounties.Sealed}/match"],
            ["/draws/{Number}/witness/{Witness}"] = [$"/draws/{TwoCounties.Committed}/witness/jiwei", $"/draws/{TwoCounties.Sealed}/witness/sifa"],
            ["/draws/{number}/sheet"] = [$"/draws/{TwoCounties.Visited}/sheet", $"/draws/{TwoCounties.Sealed}/sheet"],
            ["/draws/{number}/record"] = [$"/draws/{TwoCounties.Visited}/record", $"/draws/{TwoCounties.Sealed}/record"],
            ["/visits/{Id:guid}"] = [published, submitted, untouched],
            ["/visits/{Id:guid}/print"] = [published + "/print"],
            ["/visits/{Id:guid}/notice"] = [published + "/notice"],
            ["/visits/{Id:guid}/result"] = [untouched + "/result"],
            ["/visits/{Id:guid}/review"] = [submitted + "/review"],
            ["/visits/{Id:guid}/correction"] = [published + "/correction"],
            ["/visits/{Id:guid}/corrections/{CorrectionId:guid}"] = [$"{published}/corrections/{visits.Correction}"],
            ["/visits/{Id:guid}/substitution"] = [untouched + "/substitution"],
            ["/substitutions/{Id:guid}"] = [$"/substitutions/{visits.Request}"],
            ["/portal/items/{Code}"] = ["/portal/items/SC-01"],
            ["/portal/plans/{Number}"] = ["/portal" + plan],
            ["/portal/tasks/{Number}"] = [$"/portal/tasks/{TwoCounties.Visited}"],
            ["/portal/draws/{Number}"] = [$"/portal/draws/{TwoCounties.Visited}", $"/portal/draws/{TwoCounties.Sealed}"],
            ["/portal/draws/{number}/record.zip"] = [$"/portal/draws/{TwoCounties.Visited}/record.zip"],
            ["/portal/results/{visit:guid}/{edition:int}/statement"] = [$"/portal/results/{visits.Ids[0]}/1/statement"],
            ["/draws/{Number}/minutes"] = [$"/draws/{TwoCounties.Visited}/minutes", $"/draws/{TwoCounties.Committed}/minutes"],
            ["/ceremony/{Number}"] = [$"/ceremony/{TwoCounties.Visited}", $"/ceremony/{TwoCounties.Sealed}", $"/ceremony/{TwoCounties.Committed}"],
            ["/ceremony/{number}/state"] = [$"/ceremony/{TwoCounties.Sealed}/state"],
            ["/log/checkpoints/{size:int:min(1)}"] = ["/log/checkpoints/2"],
            ["/log/entries/{index:int}"] = ["/log/entries/0"],
            ["/log/tile/{**path}"] = ["/log/tile/0/000.p/1"],
            ["/portal/results/{Code}"] = [$"/portal/results/{await db.PublishedResults.Select(r => r.SubjectCode).FirstAsync()}"],
        };
    }
}
