using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Operations;

/// <summary>
/// Writes the values of a header, which are laid out in the style <c>simple</c>, as JSON. The text does not say whether a value is a number
/// or a text, so there are two versions: the first has numbers and booleans, and the second has texts only. Also reads lists that are JSON.
/// </summary>
internal static class HeaderJson
{
    private const char Comma = ',';

    public static string Value(string text, bool asText)
        => !asText && IsLiteral(text) ? text : $"\"{JsonEncodedText.Encode(text)}\"";

    public static string List(IEnumerable<string> values, bool asText) => $"[{string.Join(Comma, values.Select(value => Value(value, asText)))}]";

    /// <summary>Returns an object, or null if the text does not consist of names and values.</summary>
    /// <param name="text">The text: <c>R,100,G,200</c>, or <c>R=100,G=200</c> if it is exploded.</param>
    /// <param name="explode">Whether each name is followed by an equals sign.</param>
    /// <param name="asText">Whether all values are texts.</param>
    public static string? Object(string text, bool explode, bool asText)
    {
        string[] parts = [.. HeaderList.Split(text, Comma)];
        if (text.Trim().Length == 0)
        {
            return "{}";
        }

        if (explode ? !Array.TrueForAll(parts, static part => part.Contains('=', StringComparison.Ordinal)) : parts.Length % 2 != 0)
        {
            return null;
        }

        IEnumerable<string[]> members = explode ? parts.Select(static part => part.Split('=', 2, StringSplitOptions.TrimEntries)) : parts.Chunk(2);
        return $"{{{string.Join(Comma, members.Select(member => $"{Value(member[0], asText: true)}:{Value(member[1], asText)}"))}}}";
    }

    /// <summary>Returns whether a text begins like JSON.</summary>
    public static bool IsJson(string text, char begin) => text.AsSpan().TrimStart().StartsWith(begin.ToString(), StringComparison.Ordinal);

    /// <summary>Returns the texts of a list in JSON, whose items are strings, numbers or booleans; null for any other text.</summary>
    public static IReadOnlyList<string>? Items(string text)
    {
        if (!IsJson(text, '['))
        {
            return null;
        }

        try
        {
            Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(text));
            List<string> items = [];
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False))
                {
                    return null;
                }

                items.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan));
            }

            // Text behind the list is not valid.
            return reader.Read() ? null : items;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The text only begins like JSON, or has a string that is not valid Unicode.
            return null;
        }
    }

    private static bool IsLiteral(string text)
    {
        if (text is "true" or "false")
        {
            return true;
        }

        try
        {
            Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(text));
            return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.BytesConsumed == Encoding.UTF8.GetByteCount(text);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
