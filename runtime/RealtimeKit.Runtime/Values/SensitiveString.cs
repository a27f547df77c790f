using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime;

/// <summary>
/// A secret text, such as a password, a key or a presigned URL. Only <see cref="Reveal"/> returns the text. It is never
/// printed, so a record that contains it can be logged.
/// </summary>
/// <remarks>System.Text.Json writes the text, as it does for a record that contains it, so that the value can be stored.</remarks>
[DebuggerDisplay("***")]
[JsonConverter(typeof(SensitiveStringJson))]
public sealed class SensitiveString : IEquatable<SensitiveString>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    /// <summary>Initializes a new instance.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public SensitiveString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Converts a string. Null stays null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SensitiveString?(string? value) => value is null ? null : new SensitiveString(value);

    /// <summary>Returns the text. The caller is responsible for keeping it secret.</summary>
    public string Reveal() => _value;

    /// <summary>Returns whether the texts are equal (ordinal comparison).</summary>
    public bool Equals([NotNullWhen(true)] SensitiveString? other)
        => other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as SensitiveString);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>Returns three asterisks.</summary>
    public override string ToString() => "***";

    /// <summary>Returns whether the texts are equal (ordinal comparison).</summary>
    public static bool operator ==(SensitiveString? left, SensitiveString? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns whether the texts differ (ordinal comparison).</summary>
    public static bool operator !=(SensitiveString? left, SensitiveString? right) => !(left == right);
}
