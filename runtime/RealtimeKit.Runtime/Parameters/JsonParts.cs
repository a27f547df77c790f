using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Parameters;

/// <summary>Reads JSON as the texts, lists and objects that a style formats. A null is empty text, so that it keeps its place.</summary>
internal static class JsonParts
{
    private static readonly JsonReaderOptions _options = new() { MaxDepth = JsonText.MaximumDepth };

    /// <param name="json">Valid JSON without escapes of unpaired surrogates.</param>
    public static ParameterValue Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, _options);
        reader.Read();
        return Read(ref reader);
    }

    /// <summary>Reads JSON as the content of a form's field: an object stays JSON, and so does a list within a list.</summary>
    /// <param name="json">Valid JSON without escapes of unpaired surrogates.</param>
    /// <param name="isItem">Whether the value is an item of a list.</param>
    public static ParameterValue Content(ReadOnlySpan<byte> json, bool isItem)
    {
        var reader = new Utf8JsonReader(json, _options);
        reader.Read();
        if (isItem || reader.TokenType != JsonTokenType.StartArray)
        {
            return Whole(ref reader, json);
        }

        List<ParameterValue> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Whole(ref reader, json));
        }

        return ParameterValue.List(items, static item => item)!.Value;
    }

    private static ParameterValue Whole(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return Read(ref reader);
        }

        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return ParameterValue.Raw(Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]));
    }

    private static ParameterValue Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                List<(string Name, ParameterValue? Value)> members = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string name = reader.GetString()!;
                    reader.Read();
                    members.Add((name, Read(ref reader)));
                }

                return ParameterValue.Object([.. members])!.Value;
            case JsonTokenType.StartArray:
                List<ParameterValue> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader));
                }

                return ParameterValue.List(items, static item => item)!.Value;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Null:
                return "";
            default:
                return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
