using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Lets <see cref="JsonSerializer"/> read and write a type as the client does.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TCodec">The emitted codec of the type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonCodecConverter<T, TCodec> : JsonConverter<T>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TCodec.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => TCodec.Write(writer, value);
}
