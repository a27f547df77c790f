using System.Text;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Parameters;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

// Values that are JSON, or are read from it.
public readonly partial struct ParameterValue
{
    /// <summary>Converts a value to JSON text, for parameters with <c>content</c>.</summary>
    public static ParameterValue? Json<T>(T value, JsonWrite<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        try
        {
            using PooledBuffer buffer = JsonText.Write(value, write, out List<string>? secrets, "The parameter's JSON", "value");
            return new ParameterValue(new WrittenJson(Encoding.UTF8.GetString(buffer.WrittenSpan)), secrets: secrets);
        }
        catch (ArgumentException exception) when (exception is not ArgumentNullException)
        {
            return Refused(JsonText.Reason(exception));
        }
    }

    /// <summary>Returns a list or an object of JSON without a schema, whose text is valid Unicode.</summary>
    internal static ParameterValue Raw(string json) => new(new RawStructure(json));

    /// <summary>
    /// Converts a value to the texts, lists and objects of its JSON, for types that have no conversion of their own. Null within it is
    /// empty text.
    /// </summary>
    internal static ParameterValue Structured<T>(T value, JsonWrite<T> write) => FromJson(value, write, JsonParts.Of);

    /// <summary>Converts a value to the content of a form's field, in which an object is JSON.</summary>
    internal static ParameterValue Content<T>(T value, JsonWrite<T> write, bool isItem) =>
        FromJson(value, write, isItem ? static json => JsonParts.Content(json, isItem: true) : static json => JsonParts.Content(json, isItem: false));

    private static ParameterValue FromJson<T>(T value, JsonWrite<T> write, ReadParts read)
    {
        try
        {
            using PooledBuffer buffer = JsonText.Write(value, write, out List<string>? secrets, "The parameter", "value");
            return new ParameterValue(read(buffer.WrittenSpan)._content, secrets: secrets);
        }
        catch (ArgumentException exception) when (exception is not ArgumentNullException)
        {
            return Refused(JsonText.Reason(exception));
        }
    }

    /// <summary>Returns the value with its JSON in one line of ASCII, for places that allow no other characters. Other text is unchanged.</summary>
    /// <param name="other">Another character that the place does not allow, and that JSON has only in strings; or null.</param>
    internal ParameterValue InAscii(char? other = null) => _content switch
    {
        RawStructure raw => With(new RawStructure(AsciiJson.Of(raw.Text, other))),
        WrittenJson json => With(new WrittenJson(AsciiJson.Of(json.Text, other))),
        ParameterValue[] items => With(InAscii(items, other)),
        (string Name, ParameterValue Value)[] members => With(InAscii(members, other)),
        _ => this,
    };

    private static ParameterValue[] InAscii(ParameterValue[] items, char? other) => Array.ConvertAll(items, item => item.InAscii(other));

    private static (string Name, ParameterValue Value)[] InAscii((string Name, ParameterValue Value)[] members, char? other)
        => Array.ConvertAll(members, member => (member.Name, member.Value.InAscii(other)));

    private ParameterValue With(object content) => new(content, _style, _explode, _isSecret, _allowsReserved, _secrets);

    private delegate ParameterValue ReadParts(ReadOnlySpan<byte> json);

    /// <summary>
    /// A list or an object of JSON without a schema. It is sent as JSON text, except in a style that expresses structures of any depth.
    /// </summary>
    private sealed record RawStructure(string Text)
    {
        public ParameterValue Parts => JsonParts.Of(Encoding.UTF8.GetBytes(Text));
    }

    /// <summary>The JSON of a value.</summary>
    private sealed record WrittenJson(string Text);
}
