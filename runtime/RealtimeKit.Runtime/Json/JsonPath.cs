using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Says where in a document a token stands. It reads the document a second time, so that the first reading, which
/// nearly always succeeds, keeps no account.
/// </summary>
internal static class JsonPath
{
    private const int MaximumName = 64;

    /// <summary>Stands for a name that has no text to show.</summary>
    private const string NoName = "?";

    /// <summary>Where a text stops that is not written to its end.</summary>
    public static string AtEnd(ReadOnlySpan<byte> json)
    {
        var levels = new List<(string? Name, int Index, bool IsArray)>();

        // A number goes on until something ends it, were it a blank.
        var reader = new Utf8JsonReader([.. json, (byte)' '], isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));
        var last = JsonTokenType.None;
        while (reader.Read())
        {
            Step(ref reader, levels);
            last = reader.TokenType;
        }

        // Within an array it is the next item that is missing, behind a property's value the next name.
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

    /// <summary>Where a token stands, or what stands at the first one behind it.</summary>
    public static string At(ReadOnlySpan<byte> json, long tokenStart, JsonReaderOptions options)
        => Find(json, options, (start, _) => start >= tokenStart);

    /// <summary>Where the token stands that a byte is part of.</summary>
    public static string Within(ReadOnlySpan<byte> json, long place, JsonReaderOptions options)
        => Find(json, options, (_, end) => end > place);

    private static string Find(ReadOnlySpan<byte> json, JsonReaderOptions options, Func<long, long, bool> isFound)
    {
        // Per level: the current property's name in an object, null and the current index in an array.
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
            // Where the text itself is broken, the path to the last whole token is the answer.
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
            // A name that is no valid Unicode has no text to show.
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

    /// <summary>A name that a server chose, fit for a message: short, and on one line.</summary>
    public static string Shown(string name) => Printable(Cut(name));

    private static string Cut(string name) => name.Length <= MaximumName ? name : name[..MaximumName] + "…";

    private static string Printable(string name) => string.Concat(name.Select(static character => character switch
    {
        '\'' or '\\' => "\\" + character,
        _ when char.IsControl(character) || character is '\u2028' or '\u2029' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
        _ => character.ToString(),
    }));
}
