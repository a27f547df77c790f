using System.ComponentModel;
using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Writes JSON for emitted code; the counterpart of <see cref="JsonReading"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonWriting
{
    /// <summary>Writes a string.</summary>
    public static void String(Utf8JsonWriter writer, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(WholeText.Require(value));
    }

    /// <summary>Writes a secret string. The string is sent unchanged.</summary>
    public static void Sensitive(Utf8JsonWriter writer, SensitiveString value)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonText.Wrote(value);
        writer.WriteStringValue(WholeText.Require(value.Reveal()));
    }

    /// <summary>Writes a UUID.</summary>
    public static void Guid(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    /// <summary>Writes a boolean.</summary>
    public static void Boolean(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <summary>Writes a 32-bit integer.</summary>
    public static void Int32(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <summary>Writes a 64-bit integer.</summary>
    public static void Int64(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <summary>Writes a 16-bit integer.</summary>
    public static void Int16(Utf8JsonWriter writer, short value) => writer.WriteNumberValue(value);

    /// <summary>Writes an 8-bit integer.</summary>
    public static void SByte(Utf8JsonWriter writer, sbyte value) => writer.WriteNumberValue(value);

    /// <summary>Writes an unsigned 8-bit integer.</summary>
    public static void Byte(Utf8JsonWriter writer, byte value) => writer.WriteNumberValue(value);

    /// <summary>Writes an unsigned 16-bit integer.</summary>
    public static void UInt16(Utf8JsonWriter writer, ushort value) => writer.WriteNumberValue(value);

    /// <summary>Writes an unsigned 32-bit integer.</summary>
    public static void UInt32(Utf8JsonWriter writer, uint value) => writer.WriteNumberValue(value);

    /// <summary>Writes an unsigned 64-bit integer.</summary>
    public static void UInt64(Utf8JsonWriter writer, ulong value) => writer.WriteNumberValue(value);

    /// <summary>Writes a double.</summary>
    /// <exception cref="ArgumentException">The value is NaN or infinite, which JSON cannot represent.</exception>
    public static void Double(Utf8JsonWriter writer, double value)
        => writer.WriteNumberValue(double.IsFinite(value) ? value : throw NotFinite(nameof(value)));

    /// <summary>Writes a float.</summary>
    /// <exception cref="ArgumentException">The value is NaN or infinite, which JSON cannot represent.</exception>
    public static void Single(Utf8JsonWriter writer, float value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (FloatText.IsInteger(value, out long integer))
        {
            writer.WriteNumberValue(integer);
            return;
        }

        writer.WriteNumberValue(float.IsFinite(value) ? value : throw NotFinite(nameof(value)));
    }

    /// <summary>Writes a double. NaN and the infinities are written as strings.</summary>
    public static void DoubleOrName(Utf8JsonWriter writer, double value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(NumberName.Of(value));
        }
    }

    /// <summary>Writes a float. NaN and the infinities are written as strings.</summary>
    public static void SingleOrName(Utf8JsonWriter writer, float value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (float.IsFinite(value))
        {
            Single(writer, value);
        }
        else
        {
            writer.WriteStringValue(NumberName.Of(value));
        }
    }

    /// <summary>Writes a decimal.</summary>
    public static void Decimal(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <summary>Writes an instant in RFC 3339, with UTC as <c>Z</c>.</summary>
    public static void DateTimeOffset(Utf8JsonWriter writer, DateTimeOffset value)
    {
        // Utf8JsonWriter writes this type without allocating, but it writes Z only for a UTC DateTime.
        if (value.Offset == global::System.TimeSpan.Zero)
        {
            writer.WriteStringValue(value.UtcDateTime);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    /// <summary>Writes a date, <c>yyyy-MM-dd</c>.</summary>
    public static void DateOnly(Utf8JsonWriter writer, DateOnly value) => writer.WriteStringValue(Rfc3339.Format(value));

    /// <summary>Writes a time of day, <c>HH:mm:ss</c>.</summary>
    public static void TimeOnly(Utf8JsonWriter writer, TimeOnly value) => writer.WriteStringValue(Rfc3339.Format(value));

    /// <summary>Writes a duration in the format of .NET, <c>d.hh:mm:ss.fffffff</c>.</summary>
    public static void TimeSpan(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(SpanText.Format(value));

    /// <summary>Writes a duration in ISO 8601, <c>P1DT2H3M4S</c>.</summary>
    public static void Duration(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(SpanText.FormatIso(value));

    /// <summary>Writes a URI as it was created.</summary>
    public static void Uri(Utf8JsonWriter writer, Uri value)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(WholeText.Require(value.OriginalString));
    }

    /// <summary>Writes bytes in base64.</summary>
    public static void Bytes(Utf8JsonWriter writer, byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteBase64StringValue(value);
    }

    /// <summary>Writes any value. An undefined element is written as null.</summary>
    /// <exception cref="ArgumentException">A string is not valid Unicode, or the document of the element was disposed.</exception>
    public static void Element(Utf8JsonWriter writer, JsonElement value)
    {
        try
        {
            if (value.ValueKind == JsonValueKind.Undefined)
            {
                writer.WriteNullValue();
            }
            else
            {
                value.WriteTo(writer);
            }
        }
        catch (ObjectDisposedException)
        {
            throw new ArgumentException("The JsonDocument of the element was disposed.");
        }
        catch (InvalidOperationException) when (writer.CurrentDepth < JsonText.MaximumDepth)
        {
            // The element throws this for the escape of an unpaired surrogate.
            throw new ArgumentException(WholeText.Broken);
        }
    }

    /// <summary>Writes an array.</summary>
    public static void List<T>(Utf8JsonWriter writer, IEnumerable<T> items, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(write);
        writer.WriteStartArray();
        foreach (T item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a map as a JSON object.</summary>
    public static void Map<T>(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, T>> entries, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(write);
        writer.WriteStartObject();
        foreach ((string name, T value) in entries)
        {
            writer.WritePropertyName(WholeText.Require(name));
            write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a value type or null.</summary>
    public static void Nullable<T>(Utf8JsonWriter writer, T? value, JsonWrite<T> write)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value is { } present)
        {
            write(writer, present);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>Writes a reference type or null.</summary>
    public static void NullableRef<T>(Utf8JsonWriter writer, T? value, JsonWrite<T> write)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            write(writer, value);
        }
    }

    /// <summary>Writes unknown properties, unchanged.</summary>
    public static void Unknown(Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonElement>? rest)
    {
        if (rest is null)
        {
            return;
        }

        foreach ((string name, JsonElement value) in rest)
        {
            writer.WritePropertyName(WholeText.Require(name));
            Element(writer, value);
        }
    }

    private static ArgumentException NotFinite(string parameter) => new("JSON cannot represent NaN or an infinite number.", parameter);
}
