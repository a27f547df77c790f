using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>The fields of a server-sent event other than its data (HTML, server-sent events, §9.2.6).</summary>
internal sealed class EventFields
{
    /// <summary>Gets the field <c>event</c>, or null.</summary>
    public string? Type { get; private set; }

    /// <summary>Gets the field <c>id</c>, or null.</summary>
    public string? Id { get; private set; }

    /// <summary>Gets the field <c>retry</c>, or null.</summary>
    public TimeSpan? Retry { get; private set; }

    /// <summary>Reads a line that does not contain data.</summary>
    /// <returns>False if a field is not valid UTF-8. The standard replaces its characters, so that another id would be sent back.</returns>
    public bool TryRead(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        ReadOnlySpan<byte> name = colon < 0 ? line : line[..colon];
        ReadOnlySpan<byte> value = colon < 0 ? default : line[(colon + 1)..];
        value = value.StartsWith(" "u8) ? value[1..] : value;
        bool isEvent = name.SequenceEqual("event"u8);
        bool isId = name.SequenceEqual("id"u8);
        if ((isEvent || isId) && !Utf8.IsValid(value))
        {
            return false;
        }

        if (isEvent)
        {
            Type = value.IsEmpty ? null : Encoding.UTF8.GetString(value);
        }
        else if (isId && !value.Contains((byte)0))
        {
            Id = Encoding.UTF8.GetString(value);
        }
        else if (name.SequenceEqual("retry"u8)
            && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int milliseconds))
        {
            Retry = TimeSpan.FromMilliseconds(milliseconds);
        }

        return true;
    }

    /// <summary>
    /// Clears what counts only together with data. An id and a time count from their line on, so the next event has them.
    /// </summary>
    public void EndWithoutData() => Type = null;

    /// <summary>Clears the fields for the next event.</summary>
    public void Clear() => (Type, Id, Retry) = (null, null, null);
}
