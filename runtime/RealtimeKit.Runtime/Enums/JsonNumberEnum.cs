using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Reads and writes an enum of integers. The value of each member is its integer on the wire.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonNumberEnum<T> : JsonEnum<T>
    where T : struct, Enum
{
    private readonly HashSet<long> _values;
    private readonly JsonRead<long> _read;

    /// <summary>The bits of all members, or 0 if members cannot be combined.</summary>
    private readonly long _flags;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="areFlags">True if members can be combined.</param>
    /// <param name="isInText">True if a value may also be written as a string.</param>
    /// <param name="values">The values of the members.</param>
    protected JsonNumberEnum(bool areFlags, bool isInText, params long[] values)
    {
        _values = [.. values];
        _read = isInText ? JsonReading.Int64OrText : JsonReading.Int64;
        _flags = areFlags ? values.Aggregate(0L, static (all, value) => all | value) : 0;
    }

    /// <summary>Initializes a new instance whose members cannot be combined.</summary>
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

    /// <summary>Returns whether a number is a known value. For flags, each bit must belong to a member; 0 is known too.</summary>
    private bool IsKnown(long number) => _values.Contains(number) || (_flags != 0 && (number & ~_flags) == 0);
}
