using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Lets <see cref="JsonSerializer"/> read and write the text of a <see cref="SensitiveString"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SensitiveStringJson : JsonConverter<SensitiveString>
{
    /// <inheritdoc/>
    public override SensitiveString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String ? new(reader.GetString()!) : throw new JsonException("Expected a string.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SensitiveString value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.Reveal());
    }
}
