using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Reads and writes an enum of strings. The members have the values 0, 1, 2, … in the order of the names.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonTextEnum<T> : JsonStringEnum<T>
    where T : struct, Enum
{
    private readonly JsonNames _names;

    /// <summary>Initializes a new instance with the strings of the members.</summary>
    protected JsonTextEnum(params string[] names) => _names = new JsonNames(0, default, names);

    /// <inheritdoc/>
    public sealed override OpenEnum<T> Open(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> text = JsonReading.EnumText(ref reader);
        int index = _names.IndexOf(text);
        return index >= 0 ? OpenEnum<T>.Known(FromInt32(index), _names[index]) : Unnamed(Encoding.UTF8.GetString(text));
    }

    internal sealed override bool TryToWire(T value, [NotNullWhen(true)] out string? wire)
    {
        int index = ToInt32(value);
        wire = (uint)index < (uint)_names.Count ? _names[index] : null;
        return wire is not null;
    }

    internal sealed override bool TryFromWire(string wire, out T value)
    {
        int index = _names.IndexOf(Encoding.UTF8.GetBytes(wire));
        value = FromInt32(Math.Max(index, 0));
        return index >= 0;
    }
}
