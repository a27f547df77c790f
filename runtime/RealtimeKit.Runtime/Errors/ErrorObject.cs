using System.Text.Json;

namespace RealtimeKit.Runtime.Errors;

/// <summary>The code, the words and the place that one JSON object gives for an error, under the names that APIs use.</summary>
internal static class ErrorObject
{
    private const int MaximumText = 2000;
    private const int MaximumProperties = 64;

    private static readonly string[] _codes = ["code", "errorCode", "error_code"];
    private static readonly string[] _messages = ["message", "error_description", "errorMessage", "error_message", "msg", "faultstring"];
    private static readonly string[] _lessLikely = ["description", "reason", "text"];
    private static readonly string[] _places = ["field", "param", "pointer", "propertyName", "loc", "path"];

    /// <summary>The error that an object describes, or null where it describes none.</summary>
    public static ApiError? Read(JsonElement element)
    {
        string? code = First(element, _codes);
        string? message = First(element, _messages) ?? Heading(element) ?? First(element, _lessLikely);
        return message is null && code is null ? null : new ApiError(code ?? Kind(element), message ?? "");
    }

    /// <summary>The same with the place in the request that the error is about.</summary>
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

    /// <summary>Title and detail of a problem (RFC 9457), once where they are the same.</summary>
    public static string? Heading(JsonElement element)
    {
        (string? title, string? detail) = (Text(element, "title"), Text(element, "detail"));
        return title is null ? detail : detail is null || detail == title ? title : Join(title, detail);
    }

    /// <summary>A heading and what follows it.</summary>
    public static string Join(string heading, string text)
        => text.Length == 0 ? heading : heading.Length == 0 ? text : Cut(heading + (heading[^1] is '.' or '!' or '?' or ':' ? " " : ": ") + text);

    /// <summary>A property that is not null, whatever the case of its name.</summary>
    public static JsonElement? Property(JsonElement element, string name)
    {
        if (element.TryGetProperty(name, out JsonElement exact))
        {
            return exact.ValueKind == JsonValueKind.Null ? null : exact;
        }

        // What describes an error has few properties; more are not worth the search.
        foreach (JsonProperty property in element.EnumerateObject().Take(MaximumProperties))
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind != JsonValueKind.Null)
            {
                return property.Value;
            }
        }

        return null;
    }

    /// <summary>A property that is a text or a number.</summary>
    public static string? Text(JsonElement element, string name) => Text(Property(element, name));

    /// <summary>Text as long as anybody reads.</summary>
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

    /// <summary>A type that is a word, such as <c>invalid_request_error</c>. The URI that a problem has for a type says nothing to people.</summary>
    private static string? Kind(JsonElement element)
        => Text(element, "type") is { } type && type.IndexOfAny([':', '/', '#', ' ']) < 0 ? type : null;

    private static string? Joined(JsonElement? path)
        => path is { ValueKind: JsonValueKind.Array } parts && parts.GetArrayLength() is > 0 and < 20
            ? string.Join('.', parts.EnumerateArray().Select(static part => Text(part) ?? "?"))
            : null;
}
