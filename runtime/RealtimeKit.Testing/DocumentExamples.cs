using System.Net;
using System.Text.Json;

namespace RealtimeKit.Testing;

/// <summary>
/// Finds example responses for the operations of an OpenAPI document: an example of the response, or one composed of the
/// examples, constants, defaults and enumerations in its schema. It invents nothing: if the document gives no value for a
/// required property, the operation has no example. A schema that contains itself is omitted if possible.
/// </summary>
internal sealed class DocumentExamples(JsonElement document)
{
    private const int Deepest = 24;

    // If schemas refer to others many times, their examples grow exponentially.
    private const int MostSchemas = 10_000;

    private static readonly string[] _methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    /// <summary>The schemas that contain the current one, by their JSON pointers.</summary>
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private int _schemasLeft;

    public IEnumerable<(HttpMethod Method, string Path, HttpStatusCode Status, string? Json)> Find()
    {
        foreach (JsonProperty path in Members(document, "paths"))
        {
            foreach (JsonProperty operation in Members(path.Value))
            {
                if (_methods.Contains(operation.Name) && Success(operation.Value) is { } success)
                {
                    _schemasLeft = MostSchemas;
                    JsonElement response = Resolve(success.Response);
                    string? json = Body(response, out bool hasBody);
                    if (json is not null || !hasBody)
                    {
                        yield return (new HttpMethod(operation.Name.ToUpperInvariant()), path.Name, success.Status, json);
                    }
                }
            }
        }
    }

    private static (HttpStatusCode Status, JsonElement Response)? Success(JsonElement operation)
    {
        (HttpStatusCode, JsonElement)? fallback = null;
        foreach (JsonProperty response in Members(operation, "responses"))
        {
            if (response.Name is ['2', >= '0' and <= '9', >= '0' and <= '9'])
            {
                return ((HttpStatusCode)(200 + ((response.Name[1] - '0') * 10) + (response.Name[2] - '0')), response.Value);
            }

            if (response.Name is "2XX" or "default")
            {
                fallback ??= (HttpStatusCode.OK, response.Value);
            }
        }

        return fallback;
    }

    private string? Body(JsonElement response, out bool hasBody)
    {
        // In Swagger 2.0, the response itself contains the schema and the examples by media type.
        hasBody = Has(response, "schema", out JsonElement schema);
        foreach (JsonProperty example in Members(response, "examples").Where(static example => IsJson(example.Name)))
        {
            return example.Value.GetRawText();
        }

        foreach (JsonProperty content in Members(response, "content"))
        {
            hasBody = true;
            if (!IsJson(content.Name))
            {
                continue;
            }

            if (Has(content.Value, "example", out JsonElement example))
            {
                return example.GetRawText();
            }

            foreach (JsonProperty named in Members(content.Value, "examples"))
            {
                if (Has(Resolve(named.Value), "value", out JsonElement value))
                {
                    return value.GetRawText();
                }
            }

            return Has(content.Value, "schema", out schema) ? Of(schema, 0) : null;
        }

        return hasBody ? Of(schema, 0) : null;
    }

    private string? Of(JsonElement reference, int depth)
    {
        string? place = Place(reference);
        if (--_schemasLeft < 0 || (place is not null && !_open.Add(place)))
        {
            return null;
        }

        try
        {
            return OfSchema(Resolve(reference), depth);
        }
        finally
        {
            if (place is not null)
            {
                _open.Remove(place);
            }
        }
    }

    private string? OfSchema(JsonElement schema, int depth)
    {
        if (depth > Deepest || schema.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (string name in (string[])["example", "const", "default"])
        {
            if (Has(schema, name, out JsonElement shown))
            {
                return shown.GetRawText();
            }
        }

        foreach (string name in (string[])["examples", "enum"])
        {
            if (Has(schema, name, out JsonElement list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0)
            {
                return list[0].GetRawText();
            }
        }

        if (Has(schema, "items", out JsonElement items))
        {
            return Place(items) is { } place && _open.Contains(place) ? "[]"
                : Of(items, depth + 1) is { } item ? $"[{item}]"
                : null;
        }

        foreach (string name in (string[])["oneOf", "anyOf"])
        {
            if (Has(schema, name, out JsonElement choices) && choices.ValueKind == JsonValueKind.Array)
            {
                return choices.EnumerateArray().Select(choice => Of(choice, depth + 1)).FirstOrDefault(static choice => choice is not null);
            }
        }

        var members = new SortedDictionary<string, string>(StringComparer.Ordinal);
        return AddMembers(schema, members, depth) && members.Count > 0
            ? $"{{{string.Join(',', members.Select(static member => $"\"{JsonEncodedText.Encode(member.Key)}\":{member.Value}"))}}}"
            : null;
    }

    // Returns false if a required property has no example.
    private bool AddMembers(JsonElement schema, SortedDictionary<string, string> members, int depth)
    {
        if (Has(schema, "allOf", out JsonElement parts) && parts.ValueKind == JsonValueKind.Array
            && (depth > Deepest || --_schemasLeft < 0 || !parts.EnumerateArray().All(part => AddMembers(Resolve(part), members, depth + 1))))
        {
            return false;
        }

        foreach (JsonProperty property in Members(schema, "properties"))
        {
            if (Of(property.Value, depth + 1) is { } value)
            {
                members[property.Name] = value;
            }
        }

        return !Has(schema, "required", out JsonElement required) || required.ValueKind != JsonValueKind.Array
            || required.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String && members.ContainsKey(name.GetString()!));
    }

    private static string? Place(JsonElement schema)
        => Has(schema, "$ref", out JsonElement reference) && reference.ValueKind == JsonValueKind.String ? reference.GetString() : null;

    private JsonElement Resolve(JsonElement element)
    {
        for (int hop = 0; hop < Deepest && Has(element, "$ref", out JsonElement reference) && reference.ValueKind == JsonValueKind.String; hop++)
        {
            string pointer = reference.GetString()!;
            if (!pointer.StartsWith("#/", StringComparison.Ordinal))
            {
                return default;
            }

            element = document;
            foreach (string token in pointer[2..].Split('/'))
            {
                string name = Uri.UnescapeDataString(token).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
                if (!Has(element, name, out element))
                {
                    return default;
                }
            }
        }

        return element;
    }

    private static bool Has(JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value);
    }

    private static IEnumerable<JsonProperty> Members(JsonElement element, string name)
        => Has(element, name, out JsonElement value) ? Members(value) : [];

    private static IEnumerable<JsonProperty> Members(JsonElement element)
        => element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    private static bool IsJson(string mediaType)
    {
        string type = mediaType.Split(';')[0].Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
