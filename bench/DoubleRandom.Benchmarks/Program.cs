using System.Globalization;
using BenchmarkDotNet.Running;
using DoubleRandom.Benchmarks;
using DoubleRandom.Benchmarks.Draws;
using DoubleRandom.Benchmarks.Log;
using DoubleRandom.Demo;

// One whole process each, as a person waits for it: import [SUBJECTS [POSTGRES]], hashes LINES, draw SUBJECTS [POSTGRES | duckdb],
// growth SUBJECTS…, processors LINES, record SUBJECTS FOLDER [SHARE], matching VISITS, append ENTRIES. Anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["import"]:
        await WholeProcess.ImportAsync(40_000, null);
        break;
    case ["import", var count]:
        await WholeProcess.ImportAsync(Number(count), null);
        break;
    case ["import", var count, var postgres]:
        await WholeProcess.ImportAsync(Number(count), postgres);
        break;
    case ["hashes", var lines]:
        HashRates.Run(Number(lines));
        break;
    case ["draw", var subjects]:
        await WholeDraw.RunAsync(Number(subjects), null);
        break;
    case ["draw", var subjects, var database]:
        await WholeDraw.RunAsync(Number(subjects), database);
        break;
    case ["growth", .. var sizes]:
        Growth.Run([.. sizes.Select(Number)]);
        break;
    case ["processors", var lines]:
        Processors.Run(Number(lines));
        break;
    case ["record", var subjects, var folder]:
        MadeRecord.Write(folder, Number(subjects), 100);
        break;
    case ["record", var subjects, var folder, var share]:
        MadeRecord.Write(folder, Number(subjects), Number(share));
        break;
    case ["matching", var visits]:
        MatchingAtScale.Run(Number(visits));
        break;
    case ["append", var entries]:
        await AppendRates.RunAsync(Number(entries));
        break;
    case ["prepare", var folder, var count]:
        DemoFiles.Write(folder, seed: 1, Number(count));
        break;
    default:
        _ = BenchmarkSwitcher.FromAssembly(typeof(ReadingSubjects).Assembly).Run(args);
        break;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
