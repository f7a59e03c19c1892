namespace DoubleRandom.Architecture.Tests.Fixture;

/// <summary>A row with one member that anybody may set, so that the count is seen to find it.</summary>
internal sealed class OpenRow
{
    public string Anybodys { get; set; } = "";

    public string AtBirth { get; init; } = "";

    public string Own { get; private set; } = "";

    public void Take(string own) => Own = own;
}
