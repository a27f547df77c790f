using System.ComponentModel;
using System.Text.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>The base class of codecs that write an enum as a string. Derived types define the strings.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonStringEnum<T> : JsonEnum<T>
    where T : struct, Enum
{
    private protected JsonStringEnum()
    {
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, OpenEnum<T> value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(WholeText.Require(value.IsKnown ? Text(value.Value) : value.RawValue));
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(WholeText.Require(Text(value)));
    }
}
