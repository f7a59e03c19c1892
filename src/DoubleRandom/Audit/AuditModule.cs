namespace DoubleRandom.Audit;

/// <summary>Declares the trail; its words name the members that records of several modules have.</summary>
public static class AuditModule
{
    /// <summary>The module.</summary>
    public static Module Declared { get; } = new(typeof(AuditModule));
}
