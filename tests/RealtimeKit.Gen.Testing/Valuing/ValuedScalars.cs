using System.Text.Json.Nodes;
using RealtimeKit.Gen.Testing.Inventing;

namespace RealtimeKit.Gen.Testing.Valuing;

/// <summary>Makes schemas of scalars of every type and format. Each value is in the form in which it is written again after it was read.</summary>
internal sealed class ValuedScalars(Draw draw)
{
    private static readonly string[] _texts = ["", " ", "plain", "two words", "名前 😀", "quote\" back\\slash \u0001", "null", "true", "1", "<b>&'+", "x-later"];

    public static JsonNode Text(ValueDraw value) => JsonValue.Create(value.Draw.Of<string>(_texts));

    public ValuedSchema Any() => draw.Below(4) switch
    {
        0 => Numbered(),
        1 => draw.Chance(50) ? TextEnum("x") : NumberEnum(),
        2 => Formatted(),
        _ => draw.Chance(70) ? Plain() : new(Typed("boolean"), static value => value.Draw.Chance(50)),
    };

    public ValuedSchema Plain() => new(Typed("string"), Text);

    public ValuedSchema Formatted() => draw.Below(6) switch
    {
        0 => Format("uuid", "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9", "00000000-0000-0000-0000-000000000000"),
        1 => Format("date", "2026-01-02", "0001-01-01", "9999-12-31"),
        2 => Format("date-time", "2026-01-02T03:04:05Z", "2026-01-02T03:04:05.1234567-11:30"),
        3 => Format("uri", "https://example.com/a?b=c%20d#e", "urn:isbn:0451450523"),
        4 => Format("byte", "AAECAwQ=", ""),
        _ => Format("password", "hush", ""),
    };

    public ValuedSchema Numbered() => draw.Below(6) switch
    {
        0 => Number("integer", "int32", int.MinValue, 0, int.MaxValue),
        1 => Number("integer", "int64", long.MinValue, 0, long.MaxValue),
        2 => Number("integer", "uint8", 0, 255),
        3 => new(Typed("number", "decimal"), static value => value.Draw.Of(0m, 0.1m, -79228162514264337593543950335m)),
        4 => new(Typed("number", "float"), static value => value.Draw.Of(0f, 0.5f, -1e10f)),
        _ => new(Typed("number"), static value => value.Draw.Of(0d, 0.1, -1e300)),
    };

    /// <param name="prefix">The prefix of all values. It differs for each enum, so that two enums have no value in common.</param>
    public ValuedSchema TextEnum(string prefix)
    {
        string[] names = draw.Some([prefix + "a", prefix + "B", prefix + "-c", prefix + " d", prefix + "1", prefix + "é"], 4);
        JsonObject schema = Typed("string");
        schema["enum"] = new JsonArray([.. names.Select(static name => JsonValue.Create(name))]);
        return new(schema, value => JsonValue.Create(value.IsNews ? prefix + "-later" : value.Draw.Of<string>(names)));
    }

    public ValuedSchema NumberEnum()
    {
        JsonObject schema = Typed("integer");
        schema["enum"] = new JsonArray(1, 2, -3);
        return new(schema, static value => value.IsNews ? 77 : value.Draw.Of(1, 2, -3));
    }

    private ValuedSchema Format(string format, params string[] texts) => new(Typed("string", format), value => JsonValue.Create(value.Draw.Of<string>(texts)));

    private ValuedSchema Number(string type, string format, params long[] numbers) =>
        new(Typed(type, format), value => JsonValue.Create(value.Draw.Of<long>(numbers)));

    private static JsonObject Typed(string type, string? format = null)
    {
        JsonObject schema = new() { ["type"] = type };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return schema;
    }
}
