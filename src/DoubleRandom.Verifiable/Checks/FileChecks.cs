using DoubleRandom.Verifiable.Bytes;
using DoubleRandom.Verifiable.Drawing;
using DoubleRandom.Verifiable.Hashing;
using DoubleRandom.Verifiable.Lists;
using DoubleRandom.Verifiable.Record;

namespace DoubleRandom.Verifiable.Checks;

/// <summary>A.12.5 to A.12.9: the frozen files of one attempt, and everything that follows from them.</summary>
internal static class FileChecks
{
    public static void Run(Suite suite, CheckedAttempt attempt, CommitRecord commit, RecordContents folder, Findings findings)
    {
        var resultIsDue = attempt is { Opened: not null, Sealed: not null } && (attempt.Void is null || attempt.Opened.ResultHash is not null);
        var complete = folder is { Roster: not null, Inspectors: not null, Recusals: not null } && (folder.Result is not null || !resultIsDue);
        if (!findings.Expect(FileClaims.Present, complete, "缺少文件。", "A file is missing."))
        {
            return;
        }

        findings.Expect(FileClaims.NoResultYet, attempt is { Opened: not null, Sealed: not null } || folder.Result is null);
        var roster = Read(folder.Read<RosterLine>(suite, folder.Roster!.Value), commit.Roster, findings);
        var inspectors = Read(folder.Read<InspectorLine>(suite, folder.Inspectors!.Value), commit.Inspectors, findings);
        var recusals = Read(folder.Read<RecusalLine>(suite, folder.Recusals!.Value), commit.Recusals, findings);
        if (roster is null)
        {
            return;
        }

        var census = RosterRules.CensusOf(commit.Parts, roster);
        findings.Expect(FileClaims.RosterItems, RosterRules.ItemOutsideParts(census));
        findings.Expect(FileClaims.QuotaTable, RosterRules.TableDiffers(commit.Parts, census));
        if (inspectors is not null && recusals is not null && attempt is { Opened: not null, Sealed: not null })
        {
            RecomputeChecks.Run(suite, new OpenedAttempt(attempt, commit, roster, inspectors, recusals, folder.Result), findings);
        }
    }

    private static FrozenFile<TLine>? Read<TLine>(Answer<FrozenFile<TLine>> read, FileCommitment committed, Findings findings)
        where TLine : class, IFrozenLine<TLine>
    {
        if (!read.Is(out var file, out var fault))
        {
            findings.Fail(FileClaims.Canonical(TLine.Kind), fault.Chinese, fault.English);
            return null;
        }

        findings.Pass(FileClaims.Canonical(TLine.Kind));
        return findings.Expect(FileClaims.Root(TLine.Kind), CommitRules.Differs(TLine.Kind, committed, file.Commitment)) ? file : null;
    }
}

/// <summary>An opened attempt with its frozen files read.</summary>
internal sealed record OpenedAttempt(
    CheckedAttempt Log,
    CommitRecord Commit,
    FrozenFile<RosterLine> Roster,
    FrozenFile<InspectorLine> Inspectors,
    FrozenFile<RecusalLine> Recusals,
    ReadOnlyMemory<byte>? Result);
