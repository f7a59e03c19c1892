using DoubleRandom.Directories;
using DoubleRandom.Imports;
using DoubleRandom.Items;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Demo;

/// <summary>The item list and the two directories of the demo county [演示名录], imported from sheets as an office would.</summary>
internal sealed class DemoDirectories : IDemoStep
{
    public string Tells => "directories";

    public async Task RunAsync(DemoStage demo, CancellationToken stop)
    {
        DemoFiles.WriteInputs(demo.Input.Folder, demo.Input.Seed, demo.Input.Subjects);
        await ImportAsync(demo, ItemImport.Fills, DemoFiles.Items, stop);
        var items = await demo.ReadAsync(db => db.Items.Select(i => new SeenItem(i.Id, i.Version)).ToListAsync(stop));
        await demo.AskAsync((PublishItem p) => p.RunAsync(demo.Platform, items, stop));
        await ImportAsync(demo, SubjectImport.Fills, DemoFiles.Subjects, stop);
        await ImportAsync(demo, InspectorImport.Fills, DemoFiles.Inspectors, stop);
    }

    private static async Task ImportAsync(DemoStage demo, ImportKind kind, string file, CancellationToken stop)
    {
        await using var content = File.OpenRead(Path.Combine(demo.Input.Folder, file));
        var upload = await demo.AskAsync((PreviewImport p) => p.RunAsync(demo.Platform, kind, file, content, stop));
        await demo.AskAsync((CommitImport c) => c.RunAsync(demo.Platform, upload.Id, stop));
    }
}
