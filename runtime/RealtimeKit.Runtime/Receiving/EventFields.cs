using System.Globalization;
using System.Text;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>The fields of a server-sent event beside its data (HTML, server-sent events, §9.2.6).</summary>
internal sealed class EventFields
{
    /// <summary>The field <c>event</c>; null for none.</summary>
    public string? Type { get; private set; }

    /// <summary>The field <c>id</c>; null for none.</summary>
    public string? Id { get; private set; }

    /// <summary>The field <c>retry</c>; null for none.</summary>
    public TimeSpan? Retry { get; private set; }

    /// <summary>Takes a line that is not one of data.</summary>
    public void Read(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        ReadOnlySpan<byte> name = colon < 0 ? line : line[..colon];
        ReadOnlySpan<byte> value = colon < 0 ? default : line[(colon + 1)..];
        value = value.StartsWith(" "u8) ? value[1..] : value;
        if (name.SequenceEqual("event"u8))
        {
            Type = value.IsEmpty ? null : Encoding.UTF8.GetString(value);
        }
        else if (name.SequenceEqual("id"u8) && !value.Contains((byte)0))
        {
            Id = Encoding.UTF8.GetString(value);
        }
        else if (name.SequenceEqual("retry"u8)
            && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int milliseconds))
        {
            Retry = TimeSpan.FromMilliseconds(milliseconds);
        }
    }

    /// <summary>Begins the next event.</summary>
    public void Clear() => (Type, Id, Retry) = (null, null, null);
}
