using DoubleRandom.Verifiable.Bytes;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>The selection of subjects (抽取, A.7).</summary>
public static class Selection
{
    /// <summary>
    /// Draws ranks 1 … q_h of every part and stratum: all drawn subjects in draw order (ticket, id), cut into batches. The
    /// parts' quota tables must be those of the ranked roster. Batch sizes that do not add up are a fault.
    /// </summary>
    public static Answer<SelectedSubjects> Draw(Ranking ranking, IReadOnlyList<Part> parts, IReadOnlyList<int> batches)
    {
        var drawn = new Dictionary<string, Drawn>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            foreach (var row in part.QuotaTable.Rows)
            {
                var order = ranking.Of(part.Id, row.Stratum);
                for (var i = 0; i < row.Quota; i++)
                {
                    var subject = order[i];
                    if (!drawn.TryGetValue(subject.Id, out var entry))
                    {
                        drawn.Add(subject.Id, entry = new Drawn(subject, [], []));
                    }

                    entry.Ranks.Add(new PartRank(part.Id, i + 1, row.Stratum));
                    entry.Items.AddRange(subject.Items.Where(part.HasItem));
                }
            }
        }

        if (!Batches.SizesFor(batches, drawn.Count).Is(out var sizes, out var fault))
        {
            return fault;
        }

        return new SelectedSubjects(drawn.Values
            .Order(Comparer<Drawn>.Create((x, y) => TicketedSubject.Compare(x.Subject, y.Subject)))
            .Zip(sizes.NumberOfEachPlace(), (entry, batch) => new SelectedSubject(
                entry.Subject.Id,
                batch,
                entry.Items.Order(StringComparer.Ordinal).ToArray(),
                entry.Ranks,
                entry.Subject.Ticket))
            .ToArray());
    }

    private sealed record Drawn(TicketedSubject Subject, List<PartRank> Ranks, List<string> Items);
}

/// <summary>All drawn subjects in draw order (抽中名单).</summary>
/// <param name="InDrawOrder">By (ticket, id).</param>
public sealed record SelectedSubjects(IReadOnlyList<SelectedSubject> InDrawOrder);
