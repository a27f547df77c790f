using System.Text.Json;

namespace RealtimeKit.Runtime.Errors;

/// <summary>Reads the code, the message and the location of an error from a JSON object, under the property names that APIs use.</summary>
internal static class ErrorObject
{
    private const int MaximumText = 2000;
    private const int MaximumProperties = 64;

    private static readonly string[] _codes = ["code", "errorCode", "error_code"];
    private static readonly string[] _messages = ["message", "error_description", "errorMessage", "error_message", "msg", "faultstring"];
    private static readonly string[] _lessLikely = ["description", "reason", "text"];
    private static readonly string[] _places = ["field", "param", "pointer", "propertyName", "loc", "path"];

    /// <summary>Returns the error that an object describes, or null if it describes none.</summary>
    public static ApiError? Read(JsonElement element)
    {
        string? code = First(element, _codes);
        string? message = First(element, _messages) ?? Heading(element) ?? First(element, _lessLikely);
        return message is null && code is null ? null : new ApiError(code ?? Kind(element), message ?? "");
    }

    /// <summary>
    /// Returns the error that an object describes, with the location in the request that it is about, or null if it describes none.
    /// </summary>
    public static ApiError? ReadItem(JsonElement element)
    {
        if (Read(element) is not { } error)
        {
            return null;
        }

        JsonElement owner = Property(element, "source") is { ValueKind: JsonValueKind.Object } source ? source : element;
        string? place = First(owner, _places) ?? Joined(Property(owner, "loc")) ?? (Text(element, "reason") == error.Message ? Text(element, "name") : null);
        return place is null || error.Message.Contains(place, StringComparison.Ordinal) ? error : error with { Message = Join(place, error.Message) };
    }

    /// <summary>Returns the title and the detail of a problem (RFC 9457), only once if they are the same.</summary>
    public static string? Heading(JsonElement element)
    {
        (string? title, string? detail) = (Text(element, "title"), Text(element, "detail"));
        return title is null ? detail : detail is null || detail == title ? title : Join(title, detail);
    }

    /// <summary>Joins a heading and the text that follows it.</summary>
    public static string Join(string heading, string text)
        => text.Length == 0 ? heading : heading.Length == 0 ? text : Cut(heading + (heading[^1] is '.' or '!' or '?' or ':' ? " " : ": ") + text);

    /// <summary>Returns a property that is not null. The case of the name is ignored.</summary>
    public static JsonElement? Property(JsonElement element, string name)
    {
        if (element.TryGetProperty(name, out JsonElement exact))
        {
            return exact.ValueKind == JsonValueKind.Null ? null : exact;
        }

        // An object that describes an error has few properties, so a longer search is not worthwhile.
        foreach (JsonProperty property in element.EnumerateObject().Take(MaximumProperties))
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind != JsonValueKind.Null)
            {
                return property.Value;
            }
        }

        return null;
    }

    /// <summary>Returns a property that is a string or a number.</summary>
    public static string? Text(JsonElement element, string name) => Text(Property(element, name));

    /// <summary>Shortens a long text.</summary>
    public static string Cut(string text) => text.Length <= MaximumText ? text : text[..MaximumText] + "…";

    private static string? Text(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } value ? Cut(value) : null,
        { ValueKind: JsonValueKind.Number } number => Cut(number.GetRawText()),
        _ => null,
    };

    private static string? First(JsonElement element, string[] names)
    {
        foreach (string name in names)
        {
            if (Text(element, name) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>
    /// Returns a type that is a word, such as <c>invalid_request_error</c>. The type of a problem is a URI, which does not help a reader.
    /// </summary>
    private static string? Kind(JsonElement element)
        => Text(element, "type") is { } type && type.IndexOfAny([':', '/', '#', ' ']) < 0 ? type : null;

    private static string? Joined(JsonElement? path)
        => path is { ValueKind: JsonValueKind.Array } parts && parts.GetArrayLength() is > 0 and < 20
            ? string.Join('.', parts.EnumerateArray().Select(static part => Text(part) ?? "?"))
            : null;
}
