using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Reads and writes an enum of integers, whose members have the value that stands on the wire.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonNumberEnum<T> : JsonEnum<T>
    where T : struct, Enum
{
    private readonly HashSet<long> _values;
    private readonly JsonRead<long> _read;

    /// <summary>The bits of all members; 0 where values do not combine.</summary>
    private readonly long _flags;

    /// <summary>An enum of these integers.</summary>
    /// <param name="areFlags">Whether a value may combine several members.</param>
    /// <param name="isInText">Whether a value may stand in text as well.</param>
    /// <param name="values">The values of the members.</param>
    protected JsonNumberEnum(bool areFlags, bool isInText, params long[] values)
    {
        _values = [.. values];
        _read = isInText ? JsonReading.Int64OrText : JsonReading.Int64;
        _flags = areFlags ? values.Aggregate(0L, static (all, value) => all | value) : 0;
    }

    /// <summary>An enum of these integers, each of which is one value.</summary>
    protected JsonNumberEnum(params long[] values)
        : this(areFlags: false, isInText: false, values)
    {
    }

    /// <inheritdoc/>
    public sealed override OpenEnum<T> Open(ref Utf8JsonReader reader)
    {
        long number = _read(ref reader);
        return IsKnown(number)
            ? new OpenEnum<T>(FromInt64(number))
            : Unnamed(number.ToString(CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, OpenEnum<T> value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(value.IsKnown ? Text(value.Value) : value.RawValue);
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(ToInt64(value));
    }

    internal sealed override bool TryToWire(T value, [NotNullWhen(true)] out string? wire)
    {
        wire = ToInt64(value).ToString(CultureInfo.InvariantCulture);
        return true;
    }

    internal sealed override bool TryFromWire(string wire, out T value)
    {
        bool isNamed = long.TryParse(wire, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && IsKnown(number);
        value = isNamed ? FromInt64(number) : default;
        return isNamed;
    }

    /// <summary>Of flags: whether each bit is one of a member's; no bit at all is known too.</summary>
    private bool IsKnown(long number) => _values.Contains(number) || (_flags != 0 && (number & ~_flags) == 0);
}
