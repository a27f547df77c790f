namespace RealtimeKit.Runtime.Wire;

public readonly ref partial struct JsonMembers
{
    /// <summary>Writes a member that is a string or null.</summary>
    public void StringOrNull(int name, string? value)
    {
        if (value is null)
        {
            _writer.WriteNull(_names[name]);
        }
        else
        {
            String(name, value);
        }
    }

    /// <summary>Writes a member that is a boolean or null.</summary>
    public void BooleanOrNull(int name, bool? value)
    {
        if (value is null)
        {
            _writer.WriteNull(_names[name]);
        }
        else
        {
            Boolean(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a 32-bit integer or null.</summary>
    public void Int32OrNull(int name, int? value)
    {
        if (value is null)
        {
            _writer.WriteNull(_names[name]);
        }
        else
        {
            Int32(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a 64-bit integer or null.</summary>
    public void Int64OrNull(int name, long? value)
    {
        if (value is null)
        {
            _writer.WriteNull(_names[name]);
        }
        else
        {
            Int64(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a double or null.</summary>
    public void DoubleOrNull(int name, double? value)
    {
        if (value is null)
        {
            _writer.WriteNull(_names[name]);
        }
        else
        {
            Double(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a UUID or null.</summary>
    public void GuidOrNull(int name, Guid? value)
    {
        if (value is null)
        {
            _writer.WriteNull(_names[name]);
        }
        else
        {
            Guid(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is an instant in RFC 3339 or null.</summary>
    public void DateTimeOffsetOrNull(int name, DateTimeOffset? value)
    {
        if (value is null)
        {
            _writer.WriteNull(_names[name]);
        }
        else
        {
            DateTimeOffset(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a URI as it was created or null.</summary>
    public void UriOrNull(int name, Uri? value)
    {
        if (value is null)
        {
            _writer.WriteNull(_names[name]);
        }
        else
        {
            Uri(name, value);
        }
    }
}
