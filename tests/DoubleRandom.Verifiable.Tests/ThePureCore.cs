using System.Reflection;

namespace DoubleRandom.Verifiable.Tests;

/// <summary>The core is a function of its bytes: no input, output, clock, chance, task or floating point.</summary>
public sealed class ThePureCore
{
    private static readonly Assembly Core = typeof(Verify).Assembly;

    [Fact]
    public void Contains_nothing_impure() => PurityWalk.Of(Core.Location, _ => true).ShouldBeEmpty();

    [Fact]
    public void Is_walked_by_a_test_that_finds_every_kind_of_offence()
    {
        var offences = PurityWalk.Of(typeof(ImpureFixture).Assembly.Location, name => name.Contains(nameof(ImpureFixture)));
        var methods = offences.Select(offence => offence.Split(':')[0].Split('.', '+')[^1]).ToHashSet();
        methods.IsSupersetOf(["Half", "ReadsAFile", "AsksTheClock", "Waits"]).ShouldBeTrue(string.Join("\n", offences));
        offences.ShouldContain(offence => offence.Contains("HidesAFraction"));
        offences.ShouldContain(offence => offence.EndsWith("Half: ldc.r8"));
        offences.ShouldContain(offence => offence.EndsWith("System.DateTime.get_UtcNow"));
        offences.ShouldContain(offence => offence.EndsWith("System.IO.File.ReadAllText"));
    }

    [Fact]
    public void Stands_on_the_base_class_library_and_one_signature_library() =>
        Core.GetReferencedAssemblies().Select(a => a.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
            .ShouldBe(["BouncyCastle.Cryptography"]);
}
