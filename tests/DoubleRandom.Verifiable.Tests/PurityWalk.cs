using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace DoubleRandom.Verifiable.Tests;

/// <summary>
/// Walks the metadata and IL of an assembly for what the core must not do: floating point in instructions or signatures,
/// and members of the banned list. A ban of the type <c>double</c> alone would miss <c>x * 0.5</c>.
/// </summary>
internal sealed class PurityWalk
{
    private static readonly Dictionary<ushort, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => unchecked((ushort)code.Value));

    private readonly MetadataReader metadata;
    private readonly PEReader file;
    private readonly IReadOnlySet<string> banned;
    private readonly TypeNames names = new();
    private readonly List<string> offences = [];

    private PurityWalk(PEReader file, IReadOnlySet<string> banned) =>
        (this.file, metadata, this.banned) = (file, file.GetMetadataReader(), banned);

    /// <summary>Offences of the types whose full name passes the filter, as <c>Type.Method: what</c>.</summary>
    public static IReadOnlyList<string> Of(string assemblyPath, Func<string, bool> types)
    {
        using var assembly = new PEReader(File.OpenRead(assemblyPath));
        var walk = new PurityWalk(assembly, BannedMembers());
        foreach (var type in walk.metadata.TypeDefinitions.Select(walk.metadata.GetTypeDefinition))
        {
            var name = walk.names.GetTypeFromDefinition(walk.metadata, type);
            if (types(name))
            {
                walk.Visit(name, type);
            }
        }

        return walk.offences;
    }

    private static HashSet<string> BannedMembers() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "eng"), "BannedSymbols*.txt")
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(';')[0].Split('('))
            .Select(symbol => symbol[0])
            .Select(symbol => symbol[0] switch
            {
                'P' => symbol[2..].Insert(symbol.LastIndexOf('.') - 1, "get_"),
                _ => symbol[2..],
            })
            .ToHashSet(StringComparer.Ordinal);

    private void Visit(string typeName, TypeDefinition type)
    {
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            Note($"{typeName}.{metadata.GetString(field.Name)}", field.DecodeSignature(names, null));
        }

        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
        {
            var name = $"{typeName}.{metadata.GetString(method.Name)}";
            NoteSignature(name, method.DecodeSignature(names, null));
            if (method.RelativeVirtualAddress != 0)
            {
                var body = file.GetMethodBody(method.RelativeVirtualAddress);
                if (!body.LocalSignature.IsNil)
                {
                    foreach (var local in metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null))
                    {
                        Note(name, local);
                    }
                }

                VisitCode(name, body.GetILReader());
            }
        }
    }

    private void VisitCode(string name, BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            var first = code.ReadByte();
            var opCode = OpCodesByValue[first == 0xFE ? (ushort)(0xFE00 | code.ReadByte()) : first];
            if (opCode.Name is { } text && (text.Contains(".r4") || text.Contains(".r8") || text.Contains(".r.un")))
            {
                offences.Add($"{name}: {text}");
            }

            switch (opCode.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok or OperandType.InlineType:
                    VisitToken(name, MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                default:
                    code.Offset += OperandSize(opCode.OperandType);
                    break;
            }
        }
    }

    private static int OperandSize(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private void VisitToken(string name, EntityHandle token)
    {
        switch (token.Kind)
        {
            case HandleKind.MethodSpecification:
                var specification = metadata.GetMethodSpecification((MethodSpecificationHandle)token);
                foreach (var argument in specification.DecodeSignature(names, null))
                {
                    Note(name, argument);
                }

                VisitToken(name, specification.Method);
                break;
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)token);
                NoteMember(name, names.Of(metadata, member.Parent), metadata.GetString(member.Name));
                if (member.GetKind() == MemberReferenceKind.Method)
                {
                    NoteSignature(name, member.DecodeMethodSignature(names, null));
                }
                else
                {
                    Note(name, member.DecodeFieldSignature(names, null));
                }

                break;
            case HandleKind.TypeReference or HandleKind.TypeSpecification:
                Note(name, names.Of(metadata, token));
                break;
        }
    }

    private void NoteSignature(string name, MethodSignature<string> signature)
    {
        Note(name, signature.ReturnType);
        foreach (var parameter in signature.ParameterTypes)
        {
            Note(name, parameter);
        }
    }

    private void NoteMember(string where, string owner, string member)
    {
        // The compiler's own iterators ask for the thread's number to know whether they may serve as their own enumerator.
        var ownIterator = where.Contains(">d__", StringComparison.Ordinal) && (owner, member) == ("System.Environment", "get_CurrentManagedThreadId");
        if (!ownIterator && (banned.Contains($"{owner}.{member}") || NamesBanned(owner)))
        {
            offences.Add($"{where}: {owner}.{member}");
        }
    }

    /// <summary>A name offends when it, or any type named within it, is banned.</summary>
    private void Note(string where, string what)
    {
        if (NamesBanned(what))
        {
            offences.Add($"{where}: {what}");
        }
    }

    private bool NamesBanned(string type) => type.Split('<', '>', ',', '[', ']', '&', '*').Any(banned.Contains);
}
