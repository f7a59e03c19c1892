using System.Diagnostics.CodeAnalysis;

namespace DoubleRandom.Verifiable.Bytes;

/// <summary>Either the value asked for, or the <see cref="Fault"/> that says why there is none.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public readonly struct Answer<T>
    where T : class
{
    private Answer(T? value, Fault? fault) => (Value, Fault) = (value, fault);

    /// <summary>The value; null exactly when <see cref="Fault"/> is set.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value; null exactly when <see cref="Value"/> is set.</summary>
    public Fault? Fault { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool Succeeded => Value is not null;

    /// <summary>Takes the answer apart: <c>if (!answer.Is(out var value, out var fault)) { return fault; }</c>.</summary>
    public bool Is([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Fault? fault)
    {
        (value, fault) = (Value, Fault);
        return Succeeded;
    }

    /// <summary>The value, where a fault would be a bug of the caller.</summary>
    /// <exception cref="InvalidOperationException">The answer is a fault.</exception>
    public T OrThrow() => Value ?? throw new InvalidOperationException(Fault?.ToString());

    /// <summary>A value is an answer.</summary>
    public static implicit operator Answer<T>(T value) => new(value, null);

    /// <summary>A fault is an answer.</summary>
    public static implicit operator Answer<T>(Fault fault) => new(null, fault);
}
