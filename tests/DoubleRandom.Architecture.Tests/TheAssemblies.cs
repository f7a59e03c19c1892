using DoubleRandom.Verifiable.Hashing;

namespace DoubleRandom.Architecture.Tests;

public sealed class TheAssemblies
{
    [Fact]
    public void The_product_knows_no_http_and_no_pages() => ReferencesOf(typeof(Jurisdiction))
        .Where(name => name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) && !name.Contains("Identity", StringComparison.Ordinal) && name != "Microsoft.AspNetCore.Cryptography.KeyDerivation")
        .ShouldBeEmpty();

    [Fact]
    public void Web_and_command_line_do_not_know_each_other()
    {
        ReferencesOf(typeof(Web.StartOptions)).ShouldNotContain("DoubleRandom.Cli");
        ReferencesOf(System.Reflection.Assembly.Load("DoubleRandom.Cli")).ShouldNotContain("DoubleRandom.Web");
    }

    [Fact]
    public void The_verifiable_core_knows_nobody_else_of_the_house() =>
        ReferencesOf(typeof(Suite)).ShouldAllBe(name => !name.StartsWith("DoubleRandom", StringComparison.Ordinal));

    [Fact]
    public void The_citizens_program_knows_the_core_and_the_words_and_no_more_of_the_house()
    {
        HouseOf("DoubleRandom.Verifier").ShouldBe(["DoubleRandom.Verifiable", "DoubleRandom.Words"], ignoreOrder: true);
        HouseOf("DoubleRandom.Words").ShouldBeEmpty();
    }

    private static IEnumerable<string> HouseOf(string name) =>
        ReferencesOf(System.Reflection.Assembly.Load(name)).Where(reference => reference.StartsWith("DoubleRandom", StringComparison.Ordinal));

    private static IReadOnlyList<string> ReferencesOf(Type type) => ReferencesOf(type.Assembly);

    private static IReadOnlyList<string> ReferencesOf(System.Reflection.Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!)];
}
