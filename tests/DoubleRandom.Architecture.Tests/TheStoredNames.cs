namespace DoubleRandom.Architecture.Tests;

/// <summary>What lies in databases is found again by its name, however classes are renamed.</summary>
public sealed class TheStoredNames
{
    private static readonly Type[] Rows =
    [
        .. typeof(CountyRow).Assembly.GetTypes().Where(type => type.IsDefined(typeof(StoredKindAttribute), inherit: false)),
    ];

    /// <summary>The names as they have been stored; a line is added, never taken away.</summary>
    private static string[] Kept => File.ReadAllLines(Path.Combine(TheTree.Root, "tests", "DoubleRandom.Architecture.Tests", "stored-names.txt"));

    [Fact]
    public void No_name_that_was_ever_stored_is_lost() => Kept.Except(StoredNames.Of(Rows), StringComparer.Ordinal)
        .Select(name => $"{name} lies in databases: give it back, or read the former name too")
        .ShouldBeEmpty();

    [Fact]
    public void Every_name_that_is_stored_is_written_down() => StoredNames.Of(Rows).Except(Kept, StringComparer.Ordinal)
        .Select(name => $"add to stored-names.txt: {name}")
        .ShouldBeEmpty();

    [Fact]
    public void Every_row_has_a_stored_kind() => typeof(CountyRow).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CountyRow)) && !type.IsAbstract).Except(Rows)
        .Select(type => $"{type.FullName} wants a [StoredKind]")
        .ShouldBeEmpty();

    [Fact]
    public void No_two_classes_are_stored_as_one_kind() => Rows
        .GroupBy(StoredKind.Of, StringComparer.Ordinal)
        .Where(kind => kind.Count() > 1)
        .Select(kind => $"{kind.Key}: {string.Join(", ", kind.Select(type => type.FullName))}")
        .ShouldBeEmpty();

    [Fact]
    public void A_member_or_a_value_renamed_within_is_found()
    {
        string[] former = ["Painted", "Painted.Colour", "Painted.Colour = Red", "Painted.Colour = Blue", "Painted.Coats", "Painted.Coats.Thickness"];

        former.Except(StoredNames.Of([typeof(Fixture.PaintedRow)])).ShouldBe(["Painted.Colour = Red", "Painted.Coats.Thickness"]);
    }
}
