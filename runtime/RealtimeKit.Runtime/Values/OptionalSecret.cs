using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime;

/// <summary>
/// A secret that may be absent, which differs from a secret that is null. The default value is absent.
/// </summary>
/// <remarks>
/// It is an <see cref="Optional{T}"/> to which a string or null can be assigned. Write <c>new(secret)</c> for a
/// <see cref="SensitiveString"/>.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(OptionalJson))]
public readonly struct OptionalSecret : IEquatable<OptionalSecret>
{
    private readonly Optional<SensitiveString?> _value;

    /// <summary>Initializes a new instance with a value, which may be null.</summary>
    public OptionalSecret(SensitiveString? value) => _value = new Optional<SensitiveString?>(value);

    /// <summary>Gets the absent value.</summary>
    public static OptionalSecret Absent => default;

    /// <summary>Gets whether there is a value, which may be null.</summary>
    public bool HasValue => _value.HasValue;

    /// <summary>Gets the value.</summary>
    /// <exception cref="InvalidOperationException">The value is absent.</exception>
    public SensitiveString? Value => _value.Value;

    /// <summary>Returns the value, or <paramref name="fallback"/> if it is absent.</summary>
    public SensitiveString? GetValueOrDefault(SensitiveString? fallback = null) => _value.GetValueOrDefault(fallback);

    /// <summary>Converts a string, which may be null.</summary>
    public static implicit operator OptionalSecret(string? value) => new(value);

    /// <inheritdoc/>
    public bool Equals(OptionalSecret other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is OptionalSecret other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <inheritdoc cref="Optional{T}.ToString"/>
    public override string ToString() => _value.ToString();

    /// <summary>Returns whether both are absent or have equal values.</summary>
    public static bool operator ==(OptionalSecret left, OptionalSecret right) => left.Equals(right);

    /// <summary>Returns whether only one is absent, or the values differ.</summary>
    public static bool operator !=(OptionalSecret left, OptionalSecret right) => !left.Equals(right);
}
