using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Web.Audit;
using DoubleRandom.Web.Lists;

namespace DoubleRandom.Web.Access;

/// <summary>A post is all key (account, role, department): what was granted or revoked stands there.</summary>
internal sealed class PostHistory : ITellsChanges
{
    /// <inheritdoc />
    public IReadOnlyList<string> Kinds => [StoredKind.Of<AccountPost>()];

    /// <inheritdoc />
    public IEnumerable<Change> Changes(AuditEntry line) => line.Key.Split('/') is [_, var role, var department, ..]
        ? [new Change(TrailWords.Kind(line), null, $"{TrailWords.Value("Department", department)} {TrailWords.Value("Role", role)}".Trim())]
        : [];
}
