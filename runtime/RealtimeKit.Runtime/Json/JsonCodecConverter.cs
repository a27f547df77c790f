using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Lets those who call <see cref="JsonSerializer"/> themselves have what the client reads and writes.</summary>
/// <typeparam name="T">What is read and written.</typeparam>
/// <typeparam name="TCodec">Who does it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonCodecConverter<T, TCodec> : JsonConverter<T>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TCodec.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => TCodec.Write(writer, value);
}
