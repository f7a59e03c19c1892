using System.Text;
using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Lists;

namespace DoubleRandom.Verifiable.Drawing;

/// <summary>
/// Finds for each line of a roster the strata in which its subject stands, one for each part that concerns it (A.5), counts
/// them, and notes the first line that breaks a rule. One for each thread.
/// </summary>
internal sealed class RosterPlaces
{
    /// <summary>In place of a stratum's number: the subject does not take part in that part of the draw.</summary>
    public const int None = -1;

    private readonly ByteKeys known = new();
    private readonly PartPlaces[] parts;
    private string? outside;

    public RosterPlaces(IReadOnlyList<Part> parts)
    {
        foreach (var item in parts.SelectMany(part => part.Items))
        {
            known.NumberOf(Encoding.UTF8.GetBytes(item));
        }

        this.parts = parts.Select(part => new PartPlaces(part, known)).ToArray();
    }

    /// <summary>What has been found so far.</summary>
    public RosterCensus Census => new(parts.Select(part => part.Counted()).ToArray(), outside, parts.Select(part => part.Unplaced).ToArray());

    /// <summary>The stratum of a number.</summary>
    public PartStratum Of(int part, int stratum) => new(parts[part].Part.Id, parts[part].Strata.InOrder.ElementAt(stratum));

    /// <summary>Writes the stratum's number for each part; false when the subject takes part in none.</summary>
    public bool Find(in RosterWalk walk, Span<int> strata)
    {
        strata.Fill(None);
        return walk.Parsed is { } line ? Find(line, strata) : Find(walk.Id, in walk.Scan, strata);
    }

    private bool Find(ReadOnlySpan<byte> id, in RosterScan scan, Span<int> strata)
    {
        var items = scan.Items;
        while (items.Next(out var item))
        {
            var number = known.Find(item);
            outside ??= number < 0 ? Encoding.ASCII.GetString(id) : null;
            for (var i = 0; number >= 0 && i < parts.Length; i++)
            {
                if (strata[i] == None && parts[i].Has(number))
                {
                    strata[i] = parts[i].StratumOf(scan.Attributes);
                    parts[i].Unplaced ??= strata[i] == None ? Encoding.ASCII.GetString(id) : null;
                }
            }
        }

        return Count(scan.TakesPart, strata);
    }

    private bool Find(RosterLine line, Span<int> strata)
    {
        outside ??= line.Items.All(item => known.Find(Encoding.UTF8.GetBytes(item)) >= 0) ? null : line.Id;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Part.ItemsOf(line).Any())
            {
                var stratum = parts[i].Part.StratumOf(line);
                strata[i] = stratum is null ? None : parts[i].Strata.NumberOf(Encoding.UTF8.GetBytes(stratum));
                parts[i].Unplaced ??= stratum is null ? line.Id : null;
            }
        }

        return Count(line.TakesPart, strata);
    }

    private bool Count(bool takesPart, Span<int> strata)
    {
        var among = false;
        for (var i = 0; i < parts.Length; i++)
        {
            strata[i] = takesPart ? strata[i] : None;
            if (strata[i] != None)
            {
                parts[i].Count(strata[i]);
                among = true;
            }
        }

        return among;
    }

    private sealed class PartPlaces
    {
        private readonly bool[] own;
        private readonly List<int> eligible = [];
        private readonly byte[][] attributes;
        private readonly byte[] key;

        public PartPlaces(Part part, ByteKeys items)
        {
            Part = part;
            own = items.InOrder.Select(part.HasItem).ToArray();
            attributes = part.StrataAttributes.Select(CanonicalBytes.Utf8Of).ToArray();
            key = new byte[(RecordId.MaxLength + 1) * attributes.Length];
        }

        public Part Part { get; }

        public ByteKeys Strata { get; } = new();

        public string? Unplaced { get; set; }

        public void Count(int stratum)
        {
            while (eligible.Count <= stratum)
            {
                eligible.Add(0);
            }

            eligible[stratum]++;
        }

        /// <summary>Subjects that take part, by stratum.</summary>
        public Dictionary<string, int> Counted() =>
            Strata.InOrder.Zip(eligible).Where(found => found.Second > 0).ToDictionary(found => found.First, found => found.Second, StringComparer.Ordinal);

        public bool Has(int item) => own[item];

        /// <summary>The number of the subject's stratum, or <see cref="None"/> when a value is missing or no id.</summary>
        public int StratumOf(ScannedTexts of)
        {
            if (attributes.Length == 1 && Find(of, attributes[0], out var only) && Strata.Find(only) is var known and >= 0)
            {
                return known;
            }

            var length = 0;
            foreach (var name in attributes)
            {
                if (!Find(of, name, out var value) || !RosterScan.IsId(value))
                {
                    return None;
                }

                if (length > 0)
                {
                    key[length++] = (byte)'|';
                }

                value.CopyTo(key.AsSpan(length));
                length += value.Length;
            }

            return Strata.NumberOf(key.AsSpan(0, length));
        }

        private static bool Find(ScannedTexts members, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
        {
            while (members.Next(out var each) && members.Next(out value))
            {
                if (each.SequenceEqual(name))
                {
                    return true;
                }
            }

            value = default;
            return false;
        }
    }
}
