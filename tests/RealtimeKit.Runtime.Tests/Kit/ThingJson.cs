using System.Text.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>The codec as the generator emits it.</summary>
internal static class ThingJson
{
    private static readonly JsonNames _names = new(required: 3, nullable: 3..4, "id", "name", "size", "secret");

    public static Thing Read(ref Utf8JsonReader reader)
    {
        Guid id = default;
        string name = "";
        long size = 0;
        SensitiveString? secret = null;
        JsonFields fields = new(ref reader, _names);
        for (int i = fields.Next(ref reader); i >= 0; i = fields.Next(ref reader))
        {
            switch (i)
            {
                case 0: id = JsonReading.Guid(ref reader); break;
                case 1: name = JsonReading.String(ref reader); break;
                case 2: size = JsonReading.Int64(ref reader); break;
                case 3: secret = JsonReading.Sensitive(ref reader); break;
            }
        }

        return new Thing(id, name, size, secret);
    }

    public static void Write(Utf8JsonWriter writer, Thing value)
    {
        JsonMembers json = new(writer, _names, value);
        json.Guid(0, value.Id);
        json.String(1, value.Name);
        json.Int64(2, value.Size);
        if (json.Has(3, value.Secret))
        {
            JsonWriting.Sensitive(writer, value.Secret);
        }

        json.End();
    }
}
