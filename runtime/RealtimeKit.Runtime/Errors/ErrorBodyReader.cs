using System.Text.Json;
using System.Text.Unicode;

namespace RealtimeKit.Runtime.Errors;

/// <summary>
/// Finds errors in whatever body comes with an error status, since a document seldom tells all: <c>{"error":{code,message}}</c>,
/// <c>{"errors":[{code,message}]}</c>, <c>{"message"}</c>, a bare text, and problem details (RFC 9457). What is none of
/// them gives no errors, never a failure: the status is the news.
/// </summary>
internal static class ErrorBodyReader
{
    private const int MaximumErrors = 100;
    private const int MaximumText = 2000;

    public static IReadOnlyList<ApiError> Read(ReadOnlyMemory<byte> body, int maxDepth)
    {
        if (body.IsEmpty || !Utf8.IsValid(body.Span))
        {
            return [];
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = maxDepth });
            var errors = new List<ApiError>();
            ReadRoot(document.RootElement, errors);
            return errors;
        }
        catch (JsonException)
        {
            // An HTML page or a cut body: the snippet shows it.
            return [];
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in a text.
            return [];
        }
    }

    private static void ReadRoot(JsonElement root, List<ApiError> errors)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Add(root, errors);
            return;
        }

        if (Property(root, "errors") is { } several)
        {
            AddSeveral(several, errors);
        }

        if (errors.Count == 0 && Property(root, "error") is { } one)
        {
            AddSeveral(one, errors);
            if (errors is [{ Message.Length: 0, Code: null }] or [])
            {
                errors.Clear();
            }
            else if (one.ValueKind == JsonValueKind.String && Text(root, "error_description") is { } description)
            {
                // OAuth: the code stands in "error", the text beside it.
                errors[0] = new ApiError(Cut(one.GetString()!), description);
            }
        }

        if (errors.Count == 0)
        {
            Add(root, errors);
        }
    }

    private static void AddSeveral(JsonElement element, List<ApiError> errors)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                Add(item, errors);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object && !IsError(element))
        {
            // A map from field names to one message or several.
            foreach (JsonProperty property in element.EnumerateObject())
            {
                AddField(property, errors);
            }
        }
        else
        {
            Add(element, errors);
        }
    }

    private static void AddField(JsonProperty property, List<ApiError> errors)
    {
        int first = errors.Count;
        AddSeveral(property.Value, errors);
        for (int i = first; i < errors.Count; i++)
        {
            errors[i] = errors[i] with { Message = Cut($"{property.Name}: {errors[i].Message}") };
        }
    }

    private static bool IsError(JsonElement element)
        => Text(element, "message") is not null || Text(element, "detail") is not null || Text(element, "title") is not null || Text(element, "code") is not null;

    private static void Add(JsonElement element, List<ApiError> errors)
    {
        if (errors.Count >= MaximumErrors)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.String)
        {
            errors.Add(new ApiError(null, Cut(element.GetString()!)));
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            string? code = Text(element, "code") ?? Text(element, "type");
            string? message = Text(element, "message") ?? Text(element, "detail") ?? Text(element, "title");
            if (message is not null || Text(element, "code") is not null)
            {
                errors.Add(new ApiError(code, message ?? ""));
            }
        }
    }

    private static JsonElement? Property(JsonElement element, string name)
        => element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement element, string name)
        => Property(element, name) switch
        {
            { ValueKind: JsonValueKind.String } text => Cut(text.GetString()!),
            { ValueKind: JsonValueKind.Number } number => Cut(number.GetRawText()),
            _ => null,
        };

    private static string Cut(string text) => text.Length <= MaximumText ? text : text[..MaximumText] + "…";
}
