using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Publication;

/// <summary>What the public record of one opened attempt tells about single subjects [已公开的抽取记录], kept in memory between questions.</summary>
internal sealed class OpenRecord
{
    private readonly byte[] roster;
    private readonly int[] lines;
    private readonly Dictionary<string, SelectedSubject> selected;
    private readonly Dictionary<(string Part, string Stratum), Bytes32> last = [];

    public OpenRecord(Suite suite, CommitRecord commit, Bytes32? ticketKey, byte[] roster, DrawResult? result)
    {
        (Suite, Commit, TicketKey, this.roster) = (suite, commit, ticketKey, roster);
        lines = [0, .. Enumerable.Range(0, roster.Length).Where(i => roster[i] == (byte)'\n').Select(i => i + 1)];
        selected = (result?.Selected ?? []).ToDictionary(s => s.Id, StringComparer.Ordinal);
        foreach (var (subject, rank) in selected.Values.SelectMany(s => s.Parts.Select(rank => (s, rank))))
        {
            var place = (rank.Part, rank.Stratum);
            if (!last.TryGetValue(place, out var greatest) || subject.Ticket.CompareTo(greatest) > 0)
            {
                last[place] = subject.Ticket;
            }
        }
    }

    public Suite Suite { get; }

    public CommitRecord Commit { get; }

    /// <summary>Null when the attempt was voided before all had contributed, so that there is no seed.</summary>
    public Bytes32? TicketKey { get; }

    /// <summary>Bytes it holds, for the limit of the memory.</summary>
    public long Weight => roster.Length + (lines.Length * sizeof(int)) + (selected.Count * 400L);

    /// <summary>The subject's line of the frozen roster; null when it is not in it.</summary>
    public RosterLine? LineOf(string id)
    {
        var (low, high) = (0, lines.Length - 2);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var line = RosterLine.Parse(roster.AsSpan(lines[middle]..(lines[middle + 1] - 1))).OrThrow();
            var order = string.CompareOrdinal(line.Id, id);
            if (order == 0)
            {
                return line;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>The subject's ticket; null without a seed.</summary>
    public Bytes32? TicketOf(string id) => TicketKey is { } key ? Ranking.TicketOf(Suite, key, id) : null;

    /// <summary>Where the subject was drawn; null when it was not.</summary>
    public SelectedSubject? Selected(string id) => selected.GetValueOrDefault(id);

    /// <summary>The greatest ticket drawn in a stratum of a part; null where nobody was drawn.</summary>
    public Bytes32? GreatestDrawn(string part, string stratum) => last.TryGetValue((part, stratum), out var ticket) ? ticket : null;
}
