using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DoubleRandom.Draws;
using DoubleRandom.Draws.Holding;
using DoubleRandom.Draws.Preparing;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Cli.Draws;

/// <summary><c>draw preview</c> and <c>draw commit</c>: which tasks, which guests, how teams are put together.</summary>
internal static class DrawWishCommands
{
    private static readonly Words Words = DrawCommand.Words;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static Command Preview()
    {
        var wish = new WishOptions();
        var json = new Option<bool>("--json") { Description = Words.Both("json") };
        return new ProductHost().Does(wish.On(new Command("preview", Words.Both("preview")) { json }), async (line, services, actor, stop) => line.Say(
            await services.GetRequiredService<PreviewDraw>().RunAsync(actor, wish.Of(line), stop),
            preview => line.GetValue(json) ? JsonSerializer.Serialize(preview, Options) : string.Join('\n', Lines(preview))));
    }

    public static Command Commit()
    {
        var wish = new WishOptions();
        return new ProductHost().Does(wish.On(new Command("commit", Words.Both("commit"))), async (line, services, actor, stop) => line.Say(
            await services.GetRequiredService<CommitDraw>().RunAsync(actor, wish.Of(line), stop),
            draw => Words.Both("committed", draw.Number, draw.Attempt)));
    }

    private static IEnumerable<string> Lines(DrawPreview preview) =>
    [
        $"{preview.Number}  {preview.Title}",
        Words.Both("listed", preview.Listed, preview.Eligible),
        .. preview.Excluded.Concat(preview.SkippedItems).Select(r => $"  {r.Reason}  {r.Count}  ({r.Code})"),
        .. preview.Parts.SelectMany(p => p.Strata.Select(s => $"  {p.Task}  {s.Name}  {s.Quota}/{s.Eligible}  {s.Chance}")),
        .. preview.Force.Select(f => $"  {f.Department}  {f.Available}/{f.Listed}"),
        .. preview.Shortages,
        Words.Both("trials", preview.TrialsTried - preview.TrialsFailed, preview.TrialsTried),
    ];

    /// <summary>The options that make a wish.</summary>
    private sealed class WishOptions
    {
        private readonly Argument<string[]> tasks = new("TASK") { Description = Words.Both("tasks"), Arity = ArgumentArity.OneOrMore };
        private readonly Option<string[]> guests = new("--guest") { Description = Words.Both("guests") };
        private readonly Option<int> lead = new("--lead") { Description = Words.Both("lead"), DefaultValueFactory = _ => 2 };
        private readonly Option<int> others = new("--others") { Description = Words.Both("others"), DefaultValueFactory = _ => 1 };
        private readonly Option<int> bundle = new("--bundle") { Description = Words.Both("bundle"), DefaultValueFactory = _ => 1 };
        private readonly Option<int> batches = new("--batches") { Description = Words.Both("batches"), DefaultValueFactory = _ => 1 };
        private readonly Option<DateOnly?> openBy = new("--open-by") { Description = Words.Both("open-by") };
        private readonly Option<RepeatGround?> repeat = new("--repeat") { Description = Words.Both("repeat") };

        private readonly Option<BeaconSource?> beacon = new("--beacon") { Description = Words.Both("beacon-source") };
        private readonly Option<string> round = new("--round") { Description = Words.Both("beacon-round"), DefaultValueFactory = _ => "" };

        public Command On(Command command)
        {
            command.Arguments.Add(tasks);
            foreach (var option in (Option[])[guests, lead, others, bundle, batches, openBy, repeat, beacon, round])
            {
                command.Options.Add(option);
            }

            return command;
        }

        public DrawWish Of(ParseResult line) => new(line.GetValue(tasks)!)
        {
            Guests = line.GetValue(guests) ?? [],
            Beacon = line.GetValue(beacon) is { } source ? new(source, line.GetValue(round)!) : null,
            Repeat = line.GetValue(repeat),
            Settings = new DrawSettings
            {
                LeadPlaces = line.GetValue(lead),
                OtherPlaces = line.GetValue(others),
                BundleMax = line.GetValue(bundle),
                Batches = line.GetValue(batches),
                OpenBy = line.GetValue(openBy),
            },
        };
    }
}
