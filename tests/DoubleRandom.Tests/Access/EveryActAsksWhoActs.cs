using System.Reflection;
using System.Runtime.CompilerServices;
using DoubleRandom.Access;
using DoubleRandom.Imports;
using DoubleRandom.Items;
using DoubleRandom.Storage;
using DoubleRandom.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Tests.Access;

/// <summary>Every act of the product, found by its shape: whoever has no post gets it refused before anything else is looked at.</summary>
public sealed class EveryActAsksWhoActs
{
    /// <summary>Acts open to whoever is signed in, or that look for the thing first; each with what it answers to somebody without posts.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["ChangePassword.RunAsync"] = "password.wrong-old", // one's own
        ["CorrectResult.BarredAsync"] = "correction.no-such", // tells why, and does nothing
        ["CommitImport.RunAsync"] = "import.unknown", // nobody else's upload is found
        ["DiscardImport.RunAsync"] = "import.unknown",
        ["PreviewImport.NameAsync"] = "import.unknown",
        ["DrawnListReader.ListAsync"] = "draw.no-such", // which right depends on the draw's state
        ["DrawnListReader.ToSheetAsync"] = "draw.no-such",
    };

    private static readonly Actor Nobody = new() { Account = new Guid(77, 0, 0, new byte[8]), Name = "无岗位", Jurisdiction = TestCounty.Menghai, Posts = [] };

    private static IEnumerable<MethodInfo> Acts => typeof(Actor).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false })
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(act => act.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Actor) && IsAnswer(act.ReturnType));

    [Fact]
    public async Task Whoever_has_no_post_is_refused_by_every_act_and_nothing_is_written()
    {
        await using var county = await TestCounty.OnAsync(DatabaseKind.Sqlite);
        var answers = new List<string>();
        foreach (var act in Acts)
        {
            var name = $"{act.DeclaringType!.Name}.{act.Name}";
            var code = await AnswerAsync(county, act);
            if (code != Others.GetValueOrDefault(name, "access.no-right"))
            {
                answers.Add($"{name}: {code}");
            }
        }

        answers.ShouldBeEmpty();
        Acts.Count().ShouldBeGreaterThan(40);
        (await county.ReadAsync(db => db.AuditEntries.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    private static bool IsAnswer(Type type) => type == typeof(Task<Refusal>)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) && type.GenericTypeArguments[0] is { IsGenericType: true } outcome && outcome.GetGenericTypeDefinition() == typeof(Outcome<>));

    private static async Task<string> AnswerAsync(TestCounty county, MethodInfo act)
    {
        try
        {
            await using var scope = county.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<SupervisionDb>().See(TestCounty.Menghai);
            if (scope.ServiceProvider.GetService(act.DeclaringType!) is not { } useCase)
            {
                return "is not registered";
            }

            object?[] arguments = [Nobody, .. act.GetParameters().Skip(1).Select(p => Some(p.ParameterType))];
            var answer = (Task)act.Invoke(useCase, arguments)!;
            await answer;
            var value = answer.GetType().GetProperty("Result")!.GetValue(answer);
            var refusal = value as Refusal ?? value?.GetType().GetProperty("Refusal")?.GetValue(value) as Refusal;
            return refusal?.Code ?? "was done";
        }
        catch (Exception fault) when (fault is TargetInvocationException or NullReferenceException or InvalidOperationException or ArgumentException)
        {
            return (fault.InnerException ?? fault).GetType().Name;
        }
    }

    /// <summary>Some value of the type; an act that asks first never looks at it.</summary>
    private static object? Some(Type type) => type switch
    {
        _ when type == typeof(string) => "",
        _ when type == typeof(Stream) => Stream.Null,
        _ when type == typeof(ImportKind) => ItemImport.Fills, // whose right is asked follows from what is filled
        _ when type.IsValueType => Activator.CreateInstance(type),
        { IsInterface: true, GenericTypeArguments: [var key, var value] } => Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value)),
        { IsInterface: true, IsGenericType: true } => Array.CreateInstance(type.GenericTypeArguments[0], 0),
        { IsAbstract: true } => null,
        _ => RuntimeHelpers.GetUninitializedObject(type),
    };
}
