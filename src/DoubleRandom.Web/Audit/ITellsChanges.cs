using DoubleRandom.Audit;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Audit;

/// <summary>A room that tells better than the trail's own words what changed in records of its kinds [变更内容].</summary>
public interface ITellsChanges
{
    /// <summary>The kinds of record, as the trail keeps them.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>What one line changed, in words; what nobody is to see is left out.</summary>
    IEnumerable<Change> Changes(AuditEntry line);
}
