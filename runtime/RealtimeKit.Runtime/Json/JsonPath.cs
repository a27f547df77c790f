using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Finds the path of a token in a JSON document. It reads the document a second time, so that the first reading, which nearly
/// always succeeds, does not have to track the path.
/// </summary>
internal static class JsonPath
{
    private const int MaximumName = 64;

    /// <summary>The text for a name that cannot be shown.</summary>
    private const string NoName = "?";

    /// <summary>Returns the path at the end of JSON that is incomplete.</summary>
    public static string AtEnd(ReadOnlySpan<byte> json)
    {
        var levels = new List<(string? Name, int Index, bool IsArray)>();

        // A number ends only at the next character, so a space is appended.
        var reader = new Utf8JsonReader([.. json, (byte)' '], isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));
        var last = JsonTokenType.None;
        while (reader.Read())
        {
            Step(ref reader, levels);
            last = reader.TokenType;
        }

        // In an array the next item is missing, and after the value of a property the next name.
        if (levels.Count > 0 && levels[^1].IsArray)
        {
            levels[^1] = (null, levels[^1].Index + 1, true);
        }
        else if (levels.Count > 0 && last != JsonTokenType.PropertyName)
        {
            levels[^1] = (NoName, 0, false);
        }

        return Format(levels);
    }

    /// <summary>Returns the path of a token, or of the first token after it.</summary>
    public static string At(ReadOnlySpan<byte> json, long tokenStart, JsonReaderOptions options)
        => Find(json, options, (start, _) => start >= tokenStart);

    /// <summary>Returns the path of the token that contains a byte.</summary>
    public static string Within(ReadOnlySpan<byte> json, long place, JsonReaderOptions options)
        => Find(json, options, (_, end) => end > place);

    private static string Find(ReadOnlySpan<byte> json, JsonReaderOptions options, Func<long, long, bool> isFound)
    {
        // One entry per level: the name of the current property in an object, or null and the current index in an array.
        var levels = new List<(string? Name, int Index, bool IsArray)>();
        var reader = new Utf8JsonReader(json, options);
        try
        {
            while (reader.Read())
            {
                Step(ref reader, levels);
                if (isFound(reader.TokenStartIndex, reader.BytesConsumed))
                {
                    break;
                }
            }
        }
        catch (JsonException)
        {
            // The text is not valid JSON from here on. The path of the last complete token is returned.
            return Format(levels);
        }

        return Format(levels);
    }

    private static void Step(ref Utf8JsonReader reader, List<(string? Name, int Index, bool IsArray)> levels)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                levels[^1] = (NameOf(ref reader), 0, false);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                levels.RemoveAt(levels.Count - 1);
                break;
            default:
                if (levels.Count > 0 && levels[^1].IsArray)
                {
                    levels[^1] = (null, levels[^1].Index + 1, true);
                }

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    levels.Add((null, -1, reader.TokenType == JsonTokenType.StartArray));
                }

                break;
        }
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return Cut(reader.GetString() ?? "");
        }
        catch (InvalidOperationException)
        {
            // The name is not valid Unicode.
            return NoName;
        }
    }

    private static string Format(List<(string? Name, int Index, bool IsArray)> levels)
    {
        var path = new StringBuilder("$");
        foreach ((string? name, int index, bool isArray) in levels)
        {
            if (isArray && index >= 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }
            else if (name is not null)
            {
                _ = name.Length > 0 && name.All(static character => char.IsAsciiLetterOrDigit(character) || character == '_')
                    ? path.Append('.').Append(name)
                    : path.Append("['").Append(Printable(name)).Append("']");
            }
        }

        return path.ToString();
    }

    /// <summary>Returns the name of a property for a message: shortened, and on one line.</summary>
    public static string Shown(string name) => Printable(Cut(name));

    private static string Cut(string name) => name.Length <= MaximumName ? name : name[..MaximumName] + "…";

    private static string Printable(string name) => string.Concat(name.Select(static character => character switch
    {
        '\'' or '\\' => "\\" + character,
        _ when char.IsControl(character) || character is '\u2028' or '\u2029' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
        _ => character.ToString(),
    }));
}
