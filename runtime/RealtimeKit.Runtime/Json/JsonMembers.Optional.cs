namespace RealtimeKit.Runtime.Wire;

public readonly ref partial struct JsonMembers
{
    /// <summary>Writes a member that is a string, unless it is null.</summary>
    public void OptionalString(int name, string? value)
    {
        if (value is not null)
        {
            String(name, value);
        }
    }

    /// <summary>Writes a member that is a boolean, unless it is null.</summary>
    public void OptionalBoolean(int name, bool? value)
    {
        if (value is not null)
        {
            Boolean(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a 32-bit integer, unless it is null.</summary>
    public void OptionalInt32(int name, int? value)
    {
        if (value is not null)
        {
            Int32(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a 64-bit integer, unless it is null.</summary>
    public void OptionalInt64(int name, long? value)
    {
        if (value is not null)
        {
            Int64(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a double, unless it is null.</summary>
    public void OptionalDouble(int name, double? value)
    {
        if (value is not null)
        {
            Double(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a UUID, unless it is null.</summary>
    public void OptionalGuid(int name, Guid? value)
    {
        if (value is not null)
        {
            Guid(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is an instant in RFC 3339, unless it is null.</summary>
    public void OptionalDateTimeOffset(int name, DateTimeOffset? value)
    {
        if (value is not null)
        {
            DateTimeOffset(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a member that is a URI as it was created, unless it is null.</summary>
    public void OptionalUri(int name, Uri? value)
    {
        if (value is not null)
        {
            Uri(name, value);
        }
    }
}
