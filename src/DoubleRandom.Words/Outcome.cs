using System.Diagnostics.CodeAnalysis;

namespace DoubleRandom;

/// <summary>What a use case returns: its value, or the refusal that says why not.</summary>
public readonly record struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    /// <summary>The refusal, or null when the act was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The value of an act that was done.</summary>
    /// <exception cref="InvalidOperationException">The act was refused: ask <see cref="Refused(out DoubleRandom.Refusal?)"/> first.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal.Code}: {Refusal.InEnglish}");

    /// <summary>Whether the act was refused, and why.</summary>
    public bool Refused([NotNullWhen(true)] out Refusal? refusal) => (refusal = Refusal) is not null;

    /// <summary>Whether the act was refused, and why; else what it brought.</summary>
    public bool Refused([NotNullWhen(true)] out Refusal? refusal, [MaybeNullWhen(true)] out T found)
    {
        (refusal, found) = (Refusal, value);
        return refusal is not null;
    }

    /// <summary>The act was done, and brought this.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>The act was refused.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
