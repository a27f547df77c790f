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

    /// <summary>An enum of these integers.</summary>
    protected JsonNumberEnum(params long[] values) => _values = [.. values];

    /// <inheritdoc/>
    public sealed override OpenEnum<T> Open(ref Utf8JsonReader reader)
    {
        long number = JsonReading.Int64(ref reader);
        return _values.Contains(number)
            ? new OpenEnum<T>(FromInt64(number))
            : Unnamed(number.ToString(CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public sealed override string ToWire(T value) => ToInt64(value).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, OpenEnum<T> value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(ToWire(value));
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(ToInt64(value));
    }

    internal sealed override bool TryToWire(T value, [NotNullWhen(true)] out string? wire)
    {
        wire = ToWire(value);
        return true;
    }

    internal sealed override bool TryFromWire(string wire, out T value)
    {
        bool isNamed = long.TryParse(wire, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && _values.Contains(number);
        value = isNamed ? FromInt64(number) : default;
        return isNamed;
    }
}
