using System.Reflection;
using System.Runtime.CompilerServices;

namespace DoubleRandom.Architecture.Tests;

/// <summary>State is changed by its owner's own methods: what anybody may set from outside is counted, and the count may only shrink.</summary>
public sealed class TheState
{
    private const int Known = 18;

    [Fact]
    public void Public_setters_of_stored_rows_only_get_fewer()
    {
        var settable = Settable(typeof(CountyRow).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CountyRow)))).ToArray();

        settable.Length.ShouldBe(Known, $"Write down the smaller number, or give the state a method of its owner:\n{string.Join('\n', settable)}");
    }

    [Fact]
    public void A_member_that_anybody_may_set_is_found_one_that_is_set_at_birth_is_not() =>
        Settable([typeof(Fixture.OpenRow)]).ShouldBe(["OpenRow.Anybodys"]);

    private static IEnumerable<string> Settable(IEnumerable<Type> rows) => rows
        .SelectMany(row => row.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(member => member.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
        .Select(member => $"{member.DeclaringType!.Name}.{member.Name}")
        .Order(StringComparer.Ordinal);
}
