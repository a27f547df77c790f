using System.Net;
using System.Text.Json;
using System.Text.Unicode;

namespace RealtimeKit.Runtime.Errors;

/// <summary>
/// Finds errors in the body of an error status. It does not use the API description, which seldom describes all errors. It
/// knows problem details (RFC 9457) with their <c>errors</c>, <c>{"error":{code,message}}</c>, <c>{"errors":[…]}</c>,
/// <c>{"errors":{field:[…]}}</c>, <c>{"message"}</c>, <c>{"detail"}</c>, <c>{"error","error_description"}</c> and a plain
/// string. Any other body gives no errors; it never causes a failure, since the status is what matters.
/// </summary>
internal static class ErrorBodyReader
{
    private const int MaximumErrors = 100;

    /// <summary>The number of errors that the message of the exception lists.</summary>
    private const int MaximumNamed = 3;

    /// <summary>The properties that may contain the errors of an object, the most likely first.</summary>
    private static readonly string[] _holders = ["errors", "error", "fault", "message", "detail"];

    public static ErrorTexts Read(ReadOnlyMemory<byte> body, HttpStatusCode status, int maxDepth)
    {
        if (body.IsEmpty || !Utf8.IsValid(body.Span))
        {
            return ErrorTexts.None;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = maxDepth });
            return ReadRoot(document.RootElement, status);
        }
        catch (JsonException)
        {
            // An HTML page or an incomplete body. The snippet shows it.
            return ErrorTexts.None;
        }
        catch (InvalidOperationException)
        {
            // A string contains an unpaired surrogate.
            return ErrorTexts.None;
        }
    }

    private static ErrorTexts ReadRoot(JsonElement root, HttpStatusCode status)
    {
        var errors = new List<ApiError>();
        if (root.ValueKind != JsonValueKind.Object)
        {
            AddSeveral(root, errors);
            return new ErrorTexts(Summary("", errors), errors);
        }

        ApiError? whole = Whole(root, status);
        AddHeld(root, errors);
        if (errors.Count > 0)
        {
            string heading = whole?.ToString() ?? "";
            return new ErrorTexts(Summary(heading, errors), errors);
        }

        if (whole is null)
        {
            AddFields(root, errors, onlyLists: true);
            return new ErrorTexts(Summary("", errors), errors);
        }

        return new ErrorTexts(whole.ToString(), [whole]);
    }

    /// <summary>
    /// Reads the error that the object itself describes. A string in <c>error</c> counts too: it is the error code of OAuth, or a heading.
    /// </summary>
    private static ApiError? Whole(JsonElement root, HttpStatusCode status)
    {
        ApiError? own = ErrorObject.Read(root);
        if (ErrorObject.Property(root, "error") is not { ValueKind: JsonValueKind.String } text || text.GetString() is not { Length: > 0 } word)
        {
            return own;
        }

        word = ErrorObject.Cut(word);
        if (own is null || own.Message.Length == 0)
        {
            return new ApiError(own?.Code, word);
        }

        bool isStatus = word.Replace(" ", "", StringComparison.Ordinal).Equals(status.ToString(), StringComparison.OrdinalIgnoreCase);
        return isStatus || own.Message == word ? own
            : word.Contains(' ', StringComparison.Ordinal) ? own with { Message = ErrorObject.Join(word, own.Message) }
            : own.Code is null ? own with { Code = word }
            : own;
    }

    private static void AddHeld(JsonElement root, List<ApiError> errors)
    {
        foreach (string holder in _holders)
        {
            if (ErrorObject.Property(root, holder) is { ValueKind: JsonValueKind.Array or JsonValueKind.Object } held)
            {
                AddSeveral(held, errors);
            }
            else if (holder == "errors" && ErrorObject.Text(root, holder) is { } text)
            {
                errors.Add(new ApiError(null, text));
            }

            if (errors.Count > 0)
            {
                return;
            }
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
        else if (element.ValueKind == JsonValueKind.Object && ErrorObject.Read(element) is null)
        {
            AddFields(element, errors, onlyLists: false);
        }
        else
        {
            Add(element, errors);
        }
    }

    /// <summary>Reads a map from field names to one message or several.</summary>
    private static void AddFields(JsonElement map, List<ApiError> errors, bool onlyLists)
    {
        foreach (JsonProperty field in map.EnumerateObject())
        {
            if (onlyLists && field.Value.ValueKind != JsonValueKind.Array)
            {
                continue;
            }

            int first = errors.Count;
            AddSeveral(field.Value, errors);
            for (int i = first; i < errors.Count; i++)
            {
                errors[i] = errors[i] with { Message = field.Name.Length == 0 ? errors[i].Message : ErrorObject.Cut($"{field.Name}: {errors[i].Message}") };
            }
        }
    }

    private static void Add(JsonElement element, List<ApiError> errors)
    {
        ApiError? error = element.ValueKind switch
        {
            JsonValueKind.String => new ApiError(null, ErrorObject.Cut(element.GetString()!)),
            JsonValueKind.Object => ErrorObject.ReadItem(element),
            _ => null,
        };
        if (error is not null && errors.Count < MaximumErrors)
        {
            errors.Add(error);
        }
    }

    private static string Summary(string heading, List<ApiError> errors)
    {
        if (errors.Count == 0)
        {
            return heading;
        }

        string named = string.Join("; ", errors.Take(MaximumNamed)) + (errors.Count > MaximumNamed ? $" (and {errors.Count - MaximumNamed} more)" : "");
        return named.StartsWith(heading, StringComparison.Ordinal) ? ErrorObject.Cut(named) : ErrorObject.Join(heading, named);
    }
}
