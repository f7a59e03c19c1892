using System.Globalization;
using BenchmarkDotNet.Running;
using DoubleRandom.Benchmarks;
using DoubleRandom.Demo;

// import [SUBJECTS [POSTGRES]]: one whole process, as a person waits for it. Anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["import"]:
        await WholeProcess.ImportAsync(40_000, null);
        break;
    case ["import", var count]:
        await WholeProcess.ImportAsync(int.Parse(count, CultureInfo.InvariantCulture), null);
        break;
    case ["import", var count, var postgres]:
        await WholeProcess.ImportAsync(int.Parse(count, CultureInfo.InvariantCulture), postgres);
        break;
    case ["prepare", var folder, var count]:
        DemoFiles.Write(folder, seed: 1, int.Parse(count, CultureInfo.InvariantCulture));
        break;
    default:
        _ = BenchmarkSwitcher.FromAssembly(typeof(ReadingSubjects).Assembly).Run(args);
        break;
}
