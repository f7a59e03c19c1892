using System.Text.RegularExpressions;

namespace DoubleRandom.Architecture.Tests;

/// <summary>Files in the middle that name many rooms: whoever adds an act should have none to edit. They are written down, and may only get fewer.</summary>
public sealed partial class TheCentralLists
{
    private const int Many = 7;

    private static readonly string[] Known =
    [
        "src/DoubleRandom.Web/Portal/PortalSite.cs", // what the public site is made of
        "src/DoubleRandom.Web/WebRooms.cs", // the table of contents of the web
        "src/DoubleRandom/ProductModule.cs", // the table of contents of the product
        "src/DoubleRandom/Storage/SupervisionDb.cs", // the rows of every module
    ];

    [Fact]
    public void Files_that_name_many_rooms_only_get_fewer() => TheTree.Files("src", "*.cs")
        .Where(file => Rooms(File.ReadAllText(Path.Combine(TheTree.Root, file))) >= Many)
        .Select(file => file.Replace('\\', '/'))
        .ShouldBe(Known, ignoreOrder: true, "A file that is no longer such a list is taken off; a new one lets the rooms declare what it lists.");

    [Fact]
    public void A_file_is_measured_by_the_rooms_it_names_each_once() =>
        Rooms("using DoubleRandom.Draws.Reading;\nusing DoubleRandom.Draws;\nusing DoubleRandom.Web.Plans;\nusing System;\n").ShouldBe(2);

    private static int Rooms(string text) => Named().Matches(text).Select(found => found.Groups["room"].Value).Except(["Verifiable", "Web", "Storage", "Access", "Audit"]).Distinct().Count();

    [GeneratedRegex(@"^using DoubleRandom\.(Web\.)?(?<room>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
