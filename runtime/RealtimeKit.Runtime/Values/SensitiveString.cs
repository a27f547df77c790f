using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace RealtimeKit.Runtime;

/// <summary>
/// Text that must not be seen: a password, a key, a presigned address. Redaction belongs to the type, so that logging a
/// record that holds one is safe without anybody remembering it. <see cref="Reveal"/> is the only way out.
/// </summary>
[DebuggerDisplay("***")]
public sealed class SensitiveString : IEquatable<SensitiveString>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    /// <summary>Wraps <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public SensitiveString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Wraps text; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator SensitiveString?(string? value) => value is null ? null : new SensitiveString(value);

    /// <summary>The text itself. What is done with it is the caller's responsibility.</summary>
    public string Reveal() => _value;

    /// <summary>Ordinal equality of the text.</summary>
    public bool Equals([NotNullWhen(true)] SensitiveString? other)
        => other is not null && string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as SensitiveString);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>Three asterisks, whatever the text.</summary>
    public override string ToString() => "***";

    /// <summary>Ordinal equality of the text.</summary>
    public static bool operator ==(SensitiveString? left, SensitiveString? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Ordinal inequality of the text.</summary>
    public static bool operator !=(SensitiveString? left, SensitiveString? right) => !(left == right);
}
