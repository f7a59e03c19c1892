using DoubleRandom.Imports;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Imports;

/// <summary>The words of the import pages and of the history of what imports fill.</summary>
public static class ImportText
{
    internal const string Workbook = ListFile.Workbook;

    internal static readonly Words Words = new(typeof(ImportText));

    /// <summary>The steps of an import, as every page of it shows them.</summary>
    public static IReadOnlyList<string> Steps => [Words["step.upload"], Words["step.preview"], Words["step.result"]];

    /// <summary>The name of what a file fills.</summary>
    public static string Of(ImportKind kind) => ProductModule.Find($"import.{kind}") ?? kind.Code;

    /// <summary>What a form or an address names; null where no module declares it.</summary>
    public static ImportKind? Chosen(string? code) => code is not null && ProductModule.Find($"import.{code}") is not null ? new ImportKind(code) : null;

    /// <summary>The list that it fills.</summary>
    public static string List(ImportKind kind) => $"/{kind.Code.ToLowerInvariant()}";

    /// <summary>The address of an upload or a batch.</summary>
    public static string Href(Id<ImportBatch> id) => $"/imports/{id}";

    /// <summary>Where a new file for that list is sent.</summary>
    public static string New(ImportKind kind) => $"/imports?kind={kind}#upload";
}
