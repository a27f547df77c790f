using System.Text.Json;
using System.Text.Json.Serialization;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Enums;

/// <summary>Reads and writes an enum with unknown values for <see cref="JsonSerializer"/>, also as the key of a dictionary.</summary>
internal sealed class OpenEnumConverter<T>(JsonEnum<T> codec) : JsonConverter<OpenEnum<T>>
    where T : struct, Enum
{
    public override OpenEnum<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => codec.Open(ref reader);

    public override void Write(Utf8JsonWriter writer, OpenEnum<T> value, JsonSerializerOptions options) => codec.Write(writer, value);

    public override OpenEnum<T> ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => OpenEnum<T>.FromWire(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, OpenEnum<T> value, JsonSerializerOptions options)
        => writer.WritePropertyName(value.IsKnown ? codec.Text(value.Value) : value.RawValue);
}
