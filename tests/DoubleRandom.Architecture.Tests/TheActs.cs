using System.Text.RegularExpressions;

namespace DoubleRandom.Architecture.Tests;

public sealed partial class TheActs
{
    [Fact]
    public void Every_act_that_is_written_down_is_named_by_the_module_that_writes_it_or_one_before_it() =>
        TheTree.Files("src", "*.cs").Concat(TheTree.Files("src", "*.razor"))
            .SelectMany(file => Undeclared(file, File.ReadAllText(Path.Combine(TheTree.Root, file))))
            .ShouldBeEmpty();

    [Fact]
    public void An_act_that_nobody_named_is_found() =>
        Undeclared("src/DoubleRandom/Items/PaintItem.cs", "await db.CommitAsync(actor, new Act(\"item.painted\"), stop)")
            .ShouldBe(["src/DoubleRandom/Items/PaintItem.cs writes item.painted, which ItemsModule.restext does not name"]);

    [Fact]
    public void Every_act_that_is_named_is_written_somewhere()
    {
        var source = string.Join('\n', TheTree.Files("src", "*.cs").Select(file => File.ReadAllText(Path.Combine(TheTree.Root, file))));
        Named().Where(act => !source.Contains($"\"{act.Code}\"", StringComparison.Ordinal))
            .Select(act => $"{act.Module} names {act.Code}, which nobody writes")
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_two_modules_give_words_to_one_key() => ProductModule.Modules
        .SelectMany(module => module.Words.KeysUnder("").Select(key => (key, module.Declares.Name)))
        .GroupBy(entry => entry.key, entry => entry.Name, StringComparer.Ordinal)
        .Where(key => key.Count() > 1)
        .Select(key => $"{key.Key}: {string.Join(", ", key)}")
        .ShouldBeEmpty();

    [Fact]
    public void Every_kind_of_record_that_the_trail_keeps_is_named()
    {
        var named = ProductModule.Modules.SelectMany(module => module.Words.KeysUnder("kind.")).ToHashSet(StringComparer.Ordinal);
        typeof(ProductModule).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CountyRow)) && !type.IsAbstract && !type.IsDefined(typeof(KeptInDrawRecordAttribute), inherit: false))
            .Where(type => type != typeof(Audit.AuditEntry) && type != typeof(Storage.NumberSeries))
            .Where(type => !named.Contains("kind." + StoredKind.Of(type)))
            .Select(type => $"no module names the records of {type.FullName}")
            .ShouldBeEmpty();
    }

    private static IEnumerable<(string Module, string Code)> Named() => ProductModule.Modules
        .SelectMany(module => module.Words.KeysUnder("act.").Select(key => (module.Declares.Name, key["act.".Length..])));

    /// <summary>The acts that a file writes and neither its own module nor one before it names.</summary>
    private static IEnumerable<string> Undeclared(string file, string text)
    {
        var module = file.Split(Path.DirectorySeparatorChar, '/') is ["src", "DoubleRandom", var folder, _, ..] ? folder + "Module" : null;
        var before = ProductModule.Modules.Select(other => other.Declares.Name).TakeWhile(other => other != module).Append(module);
        return WrittenAct().Matches(text).Select(match => match.Groups["act"].Value)
            .Where(act => !Named().Any(named => named.Code == act && (module is null || before.Contains(named.Module))))
            .Select(act => $"{file} writes {act}, which {module ?? "no module"}.restext does not name");
    }

    [GeneratedRegex("new Act\\([^\")]*\"(?<act>[a-z.-]+)\"")]
    private static partial Regex WrittenAct();
}
