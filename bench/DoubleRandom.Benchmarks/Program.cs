using System.Globalization;
using BenchmarkDotNet.Running;
using DoubleRandom.Benchmarks;

// import [SUBJECTS]: one whole process, as a person waits for it. Anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["import"]:
        WholeProcess.Import(40_000);
        break;
    case ["import", var subjects]:
        WholeProcess.Import(int.Parse(subjects, CultureInfo.InvariantCulture));
        break;
    case ["prepare", var path, var subjects]:
        using (var file = File.Create(path))
        {
            SubjectSheet.Write(file, int.Parse(subjects, CultureInfo.InvariantCulture));
        }

        break;
    default:
        _ = BenchmarkSwitcher.FromAssembly(typeof(ReadingSubjects).Assembly).Run(args);
        break;
}
