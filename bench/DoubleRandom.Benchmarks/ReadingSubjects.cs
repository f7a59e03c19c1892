using BenchmarkDotNet.Attributes;

namespace DoubleRandom.Benchmarks;

/// <summary>Reading and typing a directory from memory, repeated until the figure is steady.</summary>
[MemoryDiagnoser]
public class ReadingSubjects
{
    private byte[] file = [];

    /// <summary>Rows of the sheet.</summary>
    [Params(40_000)]
    public int Subjects { get; set; }

    /// <summary>Writes the sheet.</summary>
    [GlobalSetup]
    public void Write()
    {
        using var written = new MemoryStream();
        SubjectSheet.Write(written, Subjects);
        file = written.ToArray();
    }

    /// <summary>Reads it.</summary>
    [Benchmark]
    public int Read() => SubjectSheet.Read(new MemoryStream(file)).Accepted.Count;
}
