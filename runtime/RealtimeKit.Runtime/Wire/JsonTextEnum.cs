using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Reads and writes an enum of strings, whose members are 0, 1, 2 … in the order of the names.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonTextEnum<T> : JsonEnum<T>
    where T : struct, Enum
{
    private readonly JsonNames _names;

    /// <summary>An enum of these strings.</summary>
    protected JsonTextEnum(params string[] names) => _names = new JsonNames(0, default, names);

    /// <inheritdoc/>
    public sealed override OpenEnum<T> Open(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> text = JsonReading.Utf8(ref reader);
        int index = _names.IndexOf(text);
        return index >= 0 ? new OpenEnum<T>(FromInt32(index)) : Unnamed(Encoding.UTF8.GetString(text));
    }

    /// <inheritdoc/>
    public sealed override string ToWire(T value)
    {
        int index = ToInt32(value);
        return (uint)index < (uint)_names.Count
            ? _names[index]
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The enum has no such member.");
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, OpenEnum<T> value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(ToWire(value));
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(ToWire(value));
    }
}
