using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace RealtimeKit.Runtime;

/// <summary>
/// A value of one of several types, or JSON that matches none of them. Each emitted union derives from this class and has a
/// <c>TryGet…</c> method for each type, and <c>Match</c>.
/// </summary>
public abstract class ApiUnion
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="index">The index of the type, or a negative number for JSON that matches none.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    protected ApiUnion(int index, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Index = index;
        Value = value;
    }

    /// <summary>Gets the value: one of the declared types, or a <see cref="JsonElement"/> if it matches none of them.</summary>
    public object Value { get; }

    /// <summary>Gets whether the value matches none of the declared types.</summary>
    public bool IsUnknown => Index < 0;

    /// <summary>Gets the index of the type, or a negative number for JSON that matches none.</summary>
    protected internal int Index { get; }

    /// <summary>Returns whether both are the same union with equal values.</summary>
    public sealed override bool Equals(object? obj) =>
        obj is ApiUnion other && other.Index == Index && other.GetType() == GetType() && Equals(Value, other.Value);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => Value.GetHashCode();

    /// <summary>Returns the text of the value, <c>(unknown)</c> for JSON that matches none of the declared types, or asterisks for a secret.</summary>
    public override string ToString() => IsUnknown ? "(unknown)" : Value.ToString() ?? "";

    /// <summary>Gets the value if it has the type of that index.</summary>
    protected bool TryGet<T>(int index, [MaybeNullWhen(false)] out T value)
    {
        bool isCase = Index == index;
        value = isCase ? (T)Value : default;
        return isCase;
    }
}
