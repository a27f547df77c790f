using System.Text.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>Written as the generator writes it.</summary>
internal static class ThingJson
{
    private static readonly string[] _names = ["id", "name", "size", "secret"];

    public static Thing Read(ref Utf8JsonReader reader)
    {
        JsonReading.StartObject(ref reader);
        ulong seen = 0;
        Guid id = default;
        string name = "";
        long size = 0;
        SensitiveString? secret = null;
        while (JsonReading.NextProperty(ref reader, out ReadOnlySpan<byte> property))
        {
            if (property.SequenceEqual("id"u8))
            {
                JsonReading.Once(ref seen, 0, ref reader);
                id = JsonReading.Guid(ref reader);
            }
            else if (property.SequenceEqual("name"u8))
            {
                JsonReading.Once(ref seen, 1, ref reader);
                name = JsonReading.String(ref reader);
            }
            else if (property.SequenceEqual("size"u8))
            {
                JsonReading.Once(ref seen, 2, ref reader);
                size = JsonReading.Int64(ref reader);
            }
            else if (property.SequenceEqual("secret"u8))
            {
                JsonReading.Once(ref seen, 3, ref reader);
                secret = JsonReading.NullableRef(ref reader, JsonReading.Sensitive);
            }
            else
            {
                reader.Skip();
            }
        }

        JsonReading.Require(seen, 0b0111, _names);
        return new Thing(id, name, size, secret);
    }

    public static void Write(Utf8JsonWriter writer, Thing value)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("id"u8);
        JsonWriting.Guid(writer, value.Id);
        writer.WritePropertyName("name"u8);
        JsonWriting.String(writer, value.Name);
        writer.WritePropertyName("size"u8);
        JsonWriting.Int64(writer, value.Size);
        if (value.Secret is { } secret)
        {
            writer.WritePropertyName("secret"u8);
            JsonWriting.Sensitive(writer, secret);
        }

        writer.WriteEndObject();
    }
}
