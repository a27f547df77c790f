using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

public readonly ref partial struct JsonMembers
{
    /// <summary>Writes a member that is a string.</summary>
    /// <exception cref="ArgumentException">The value is null, or its text is not valid Unicode.</exception>
    public void String(int name, string value)
    {
        if (value is null || !WholeText.IsWhole(value))
        {
            Refuse(name, value);
        }

        _writer.WriteString(_names[name], value);
    }

    /// <summary>Writes a member that is a boolean.</summary>
    public void Boolean(int name, bool value) => _writer.WriteBoolean(_names[name], value);

    /// <summary>Writes a member that is a 32-bit integer.</summary>
    public void Int32(int name, int value) => _writer.WriteNumber(_names[name], value);

    /// <summary>Writes a member that is a 64-bit integer.</summary>
    public void Int64(int name, long value) => _writer.WriteNumber(_names[name], value);

    /// <summary>Writes a member that is a double.</summary>
    /// <exception cref="ArgumentException">The value is NaN or infinite, which JSON cannot represent.</exception>
    public void Double(int name, double value)
    {
        _writer.WritePropertyName(_names[name]);
        JsonWriting.Double(_writer, value);
    }

    /// <summary>Writes a member that is a UUID.</summary>
    public void Guid(int name, Guid value) => _writer.WriteString(_names[name], value);

    /// <summary>Writes a member that is an instant in RFC 3339.</summary>
    public void DateTimeOffset(int name, DateTimeOffset value)
    {
        // Utf8JsonWriter writes this type without allocating, but it writes Z only for a UTC DateTime.
        if (value.Offset == TimeSpan.Zero)
        {
            _writer.WriteString(_names[name], value.UtcDateTime);
        }
        else
        {
            _writer.WriteString(_names[name], value);
        }
    }

    /// <summary>Writes a member that is a URI as it was created.</summary>
    /// <exception cref="ArgumentException">The value is null, or its text is not valid Unicode.</exception>
    public void Uri(int name, Uri value)
    {
        if (value is null || !WholeText.IsWhole(value.OriginalString))
        {
            Refuse(name, value?.OriginalString);
        }

        _writer.WriteString(_names[name], value.OriginalString);
    }
}
