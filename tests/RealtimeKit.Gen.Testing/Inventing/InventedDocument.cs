using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Testing.Inventing;

/// <summary>
/// Makes valid OpenAPI documents at random, in which every construct occurs with every other, and many names collide.
/// </summary>
internal sealed class InventedDocument
{
    private static readonly string[] _tags = ["pets", "Pets", "", "class", "a b", "1", "名前", "Api", "ApiClient", "Options", "System"];
    private static readonly string[] _parameterNames = ["id", "ID", "Id", "request", "options", "cancellationToken", "class", "a-b", "filter[x]", "$top",
        "_transport", "X-Id", "名前", "value", "body", "content"];

    private readonly Draw _draw;
    private readonly InventedSchemas _schemas;
    private readonly bool _is31;
    private readonly List<string> _components = [];

    private InventedDocument(int seed)
    {
        _draw = new Draw(seed);
        _is31 = _draw.Chance(60);
        _schemas = new InventedSchemas(_draw, _is31);
    }

    /// <summary>Returns the text of a document and the number of its operations.</summary>
    public static (string Json, int Operations) Invent(int seed) => new InventedDocument(seed).Build();

    private (string Json, int Operations) Build()
    {
        _components.AddRange(_draw.Some(InventedSchemas.ComponentNames, 14));
        JsonObject schemas = [];
        for (int i = 0; i < _components.Count; i++)
        {
            schemas[_components[i]] = _schemas.Component(_components, i);
        }

        JsonObject paths = [];
        int operations = 0;
        int count = 1 + _draw.Below(6);
        for (int i = 0; i < count; i++)
        {
            string path = $"/p{i}" + (_draw.Chance(40) ? "/{id}" : "") + (_draw.Chance(20) ? "/items:{a-b}.json" : "");
            JsonObject item = [];
            foreach (string method in _draw.Some(["get", "put", "post", "delete", "patch", "head", "options", "trace"], 3))
            {
                item[method] = Operation(path, operations++);
            }

            paths[path] = item;
        }

        JsonObject document = new()
        {
            ["openapi"] = _is31 ? _draw.Of("3.1.0", "3.1.1", "3.2.0") : "3.0.3",
            ["info"] = new JsonObject { ["title"] = _draw.Prose(), ["version"] = "1", ["description"] = _draw.Prose() },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
        return (document.ToJsonString(), operations);
    }

    private JsonObject Operation(string path, int index)
    {
        JsonObject operation = new() { ["responses"] = Responses(), ["parameters"] = Parameters(path) };
        if (_draw.Chance(70))
        {
            operation["operationId"] = _draw.Of("get", "Get", "pets/list", "class", "Dispose", "ToString", "名前", "a b") + index;
        }

        if (_draw.Chance(60))
        {
            operation["tags"] = new JsonArray(_draw.Of<string>(_tags));
        }

        if (_draw.Chance(40))
        {
            operation["summary"] = _draw.Prose();
            operation["description"] = _draw.Prose();
        }

        if (_draw.Chance(50))
        {
            operation["requestBody"] = new JsonObject { ["required"] = _draw.Chance(50), ["content"] = Content(isRequest: true) };
        }

        return operation;
    }

    private JsonArray Parameters(string path)
    {
        JsonArray parameters = [];
        foreach (string name in new[] { "id", "a-b" }.Where(name => path.Contains($"{{{name}}}", StringComparison.Ordinal)))
        {
            parameters.Add(new JsonObject
            {
                ["name"] = name,
                ["in"] = "path",
                ["required"] = true,
                ["schema"] = _schemas.Scalar(_components),
                ["style"] = _draw.Of("simple", "label", "matrix"),
            });
        }

        foreach (string name in _draw.Some(_parameterNames, 5))
        {
            string place = _draw.Of("query", "query", "header", "cookie");
            JsonObject parameter = new() { ["name"] = place == "header" ? "X-" + name.Length : name, ["in"] = place, ["description"] = _draw.Prose() };
            if (parameters.Any(known => (string?)known!["name"] == (string?)parameter["name"] && (string?)known["in"] == place))
            {
                continue;
            }

            if (_draw.Chance(15))
            {
                parameter["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = _schemas.Inline(_components, 2) } };
            }
            else
            {
                parameter["schema"] = place == "query" && _draw.Chance(40) ? _schemas.Inline(_components, 2) : _schemas.Scalar(_components);
                if (place == "query" && _draw.Chance(40))
                {
                    parameter["style"] = _draw.Of("form", "spaceDelimited", "pipeDelimited", "deepObject");
                    parameter["explode"] = _draw.Chance(50);
                }
            }

            parameter["required"] = _draw.Chance(30);
            parameters.Add(parameter);
        }

        return parameters;
    }

    private JsonObject Responses()
    {
        JsonObject responses = [];
        foreach (string status in _draw.Some(["200", "201", "204", "2XX", "304", "400", "404", "4XX", "500", "default"], 5))
        {
            JsonObject response = new() { ["description"] = _draw.Prose() };
            if (_draw.Chance(75))
            {
                response["content"] = Content(isRequest: false);
            }

            if (_draw.Chance(25))
            {
                response["headers"] = new JsonObject { [_draw.Of("X-Rate", "ETag", "Link")] = new JsonObject { ["schema"] = _schemas.Scalar(_components) } };
            }

            responses[status] = response;
        }

        return responses;
    }

    private JsonObject Content(bool isRequest)
    {
        JsonObject content = [];
        string[] types = isRequest
            ? ["application/json", "application/merge-patch+json", "multipart/form-data", "application/x-www-form-urlencoded", "text/plain",
                "application/octet-stream", "application/xml", "*/*"]
            : ["application/json", "application/problem+json", "text/plain", "text/csv", "application/octet-stream", "text/event-stream",
                "application/x-ndjson", "application/xml", "*/*"];
        foreach (string type in _draw.Some(types, 3))
        {
            content[type] = _draw.Chance(90) ? new JsonObject { ["schema"] = _schemas.Inline(_components) } : [];
        }

        return content;
    }
}
