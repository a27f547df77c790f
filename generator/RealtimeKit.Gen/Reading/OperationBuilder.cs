using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Upgrading;

namespace RealtimeKit.Gen.Reading;

/// <summary>Fills one operation of the typed document: parameters, body, responses, security, servers.</summary>
internal sealed class OperationBuilder(
    SpecDocument document, SchemaBuilder schemas, SpecReferences references, SwaggerUpgrader? swagger, DiagnosticBag diagnostics)
{
    /// <summary>Where the typed parameter has no place for a fact, it stands among its extensions under these keys.</summary>
    public const string ContentKey = "content";
    public const string AllowReservedKey = "allowReserved";
    public const string StyleKey = "style";

    public OpenApiOperation Build(SlicedOperation sliced)
    {
        SpecMapping[] parameters = Parameters(sliced).ToArray();
        SpecMapping node = swagger?.UpgradeOperation(sliced.Operation, parameters) ?? sliced.Operation;
        OpenApiOperation operation = new()
        {
            OperationId = node["operationId"].AsText() ?? "",
            Summary = node["summary"].AsText() ?? sliced.PathItem["summary"].AsText(),
            Description = node["description"].AsText() ?? sliced.PathItem["description"].AsText(),
            IsDeprecated = node["deprecated"].IsTrue(),
            Tags = node["tags"].AsSequence()?.Items.Select(static tag => tag.AsText() ?? "").ToList() ?? [],
            ExtensionData = Extensions(node),
        };
        document.Add(operation, node["operationId"]?.Location ?? sliced.Operation.Location);
        foreach (SpecMapping parameter in swagger is null ? parameters : node["parameters"].AsSequence()!.Items.OfType<SpecMapping>())
        {
            if (BuildParameter(parameter) is { } built)
            {
                operation.Parameters.Add(built);
            }
        }

        if (node["responses"] is SpecMapping responses)
        {
            foreach (SpecEntry entry in responses.Entries.Where(static entry => !entry.Key.StartsWith("x-", StringComparison.Ordinal)))
            {
                if (references.Follow(entry.Value) is SpecMapping response)
                {
                    operation.Responses[entry.Key] = BuildResponse(response);
                }
            }
        }

        if (node["callbacks"] is SpecMapping { Entries.Count: > 0 })
        {
            diagnostics.Add(Descriptors.KeywordIgnored, node.KeyLocation("callbacks"), "callbacks", "requests that the server makes have no types yet");
        }

        if (node["security"] is SpecSequence security)
        {
            operation.Security = BuildSecurity(security).ToList();
        }

        foreach (SpecMapping server in (node["servers"] ?? sliced.PathItem["servers"]).AsSequence()?.Items.OfType<SpecMapping>() ?? [])
        {
            operation.Servers ??= [];
            operation.Servers.Add(BuildServer(server));
            document.Add(operation.Servers.Last(), server.Location);
        }

        if (node["requestBody"] is { } body && references.Follow(body) is SpecMapping requestBody)
        {
            operation.RequestBody = BuildBody(requestBody);
        }

        return operation;
    }

    public static OpenApiServer BuildServer(SpecMapping server)
    {
        OpenApiServer built = new() { Url = server["url"].AsText() ?? "", Description = server["description"].AsText() };
        foreach (SpecEntry variable in server["variables"].AsMapping()?.Entries ?? [])
        {
            built.Variables[variable.Key] = new OpenApiServerVariable { Default = variable.Value.AsMapping()?["default"].AsText() };
        }

        return built;
    }

    public static IEnumerable<OpenApiSecurityRequirement> BuildSecurity(SpecSequence security)
    {
        foreach (SpecMapping alternative in security.Items.OfType<SpecMapping>())
        {
            OpenApiSecurityRequirement requirement = new();
            foreach (SpecEntry scheme in alternative.Entries)
            {
                requirement[scheme.Key] = scheme.Value.AsSequence()?.Items.Select(static scope => scope.AsText() ?? "").ToArray() ?? [];
            }

            yield return requirement;
        }
    }

    /// <summary>The path item's parameters, then the operation's own, which win over those of the same name and place.</summary>
    private IEnumerable<SpecMapping> Parameters(SlicedOperation sliced)
    {
        List<SpecMapping> own = Followed(sliced.Operation["parameters"]).ToList();
        HashSet<(string?, string?)> overridden = [.. own.Select(Identity)];
        return Followed(sliced.PathItem["parameters"]).Where(parameter => !overridden.Contains(Identity(parameter))).Concat(own);
    }

    private static (string? Name, string? In) Identity(SpecMapping parameter) => (parameter["name"].AsText(), parameter["in"].AsText());

    private IEnumerable<SpecMapping> Followed(SpecNode? parameters)
    {
        if (parameters is null || parameters.IsNull())
        {
            yield break;
        }

        // Some documents write a mapping by name where a sequence is meant; the mapping's values are the parameters.
        IEnumerable<SpecNode> items = parameters.AsSequence()?.Items ?? parameters.AsMapping()?.Entries.Select(static entry => entry.Value) ?? [];
        foreach (SpecNode item in items)
        {
            if (references.Follow(item) is SpecMapping parameter)
            {
                yield return parameter;
            }
        }
    }

    private OpenApiParameter? BuildParameter(SpecMapping node)
    {
        string? name = node["name"].AsText();
        OpenApiParameterKind? kind = node["in"].AsText() switch
        {
            "path" => OpenApiParameterKind.Path,
            "query" => OpenApiParameterKind.Query,
            "header" => OpenApiParameterKind.Header,
            "cookie" => OpenApiParameterKind.Cookie,
            _ => null,
        };
        if (node["in"].AsText() == "querystring")
        {
            diagnostics.Add(Descriptors.ConstructNotSupported, node.Location, "A parameter that is the whole query string", $"the parameter '{name}'");
            return null;
        }

        if (name is null || kind is null)
        {
            diagnostics.Add(Descriptors.DocumentInvalid, node.Location, name is null
                ? "A parameter must have a name"
                : $"The parameter '{name}' is in '{node["in"].AsText()}', which is none of path, query, header and cookie");
            return null;
        }

        OpenApiParameter parameter = new()
        {
            Name = name,
            Kind = kind.Value,
            IsRequired = node["required"].IsTrue() || kind == OpenApiParameterKind.Path,
            Description = node["description"].AsText(),
            IsDeprecated = node["deprecated"].IsTrue(),
            ExtensionData = Extensions(node) ?? new Dictionary<string, object?>(StringComparer.Ordinal),
        };
        document.Add((object)parameter, node.Location);
        if (node["content"].AsMapping()?.Entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal).FirstOrDefault() is { Value: SpecMapping media } content)
        {
            parameter.ExtensionData[ContentKey] = content.Key;
            parameter.Schema = schemas.Build(media["schema"] ?? media.Mapping());
            return parameter;
        }

        parameter.Schema = schemas.Build(node["schema"] ?? node.Mapping());
        parameter.Explode = node["explode"].AsBoolean();
        parameter.ExtensionData[StyleKey] = node["style"].AsText();
        parameter.ExtensionData[AllowReservedKey] = node["allowReserved"].IsTrue();
        return parameter;
    }

    private OpenApiRequestBody BuildBody(SpecMapping node)
    {
        OpenApiRequestBody body = new() { Description = node["description"].AsText(), IsRequired = node["required"].IsTrue() };
        document.Add(body, node.Location);
        BuildContent(body.Content, node);
        return body;
    }

    private OpenApiResponse BuildResponse(SpecMapping node)
    {
        OpenApiResponse response = new() { Description = node["description"].AsText() };
        document.Add(response, node.Location);
        BuildContent(response.Content, node);
        return response;
    }

    private void BuildContent(IDictionary<string, OpenApiMediaType> content, SpecMapping node)
    {
        // The order of a mapping carries no meaning, so that it must not decide which media type comes first.
        foreach (SpecEntry entry in node["content"].AsMapping()?.Entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal) ?? Enumerable.Empty<SpecEntry>())
        {
            if (references.Follow(entry.Value) is not SpecMapping media)
            {
                continue;
            }

            OpenApiMediaType built = new();
            if ((media["schema"] ?? media["itemSchema"]) is { } schema)
            {
                built.Schema = schemas.Build(schema);
            }

            foreach (SpecEntry field in media["encoding"].AsMapping()?.Entries ?? [])
            {
                if (field.Value is SpecMapping encoding)
                {
                    built.Encoding[field.Key] = new OpenApiEncoding
                    {
                        EncodingType = encoding["contentType"].AsText(),
                        Style = encoding["style"].AsText(),
                        Explode = encoding["explode"].AsBoolean() ?? (encoding["style"].AsText() is null or "form"),
                        AllowReserved = encoding["allowReserved"].IsTrue(),
                    };
                }
            }

            content[entry.Key] = built;
        }
    }

    private static Dictionary<string, object?>? Extensions(SpecMapping node)
    {
        Dictionary<string, object?>? extensions = null;
        foreach (SpecEntry entry in node.Entries)
        {
            if (entry.Key.StartsWith("x-ms-", StringComparison.Ordinal) || entry.Key is "x-idempotent")
            {
                (extensions ??= new(StringComparer.Ordinal))[entry.Key] = PlainValue.Of(entry.Value);
            }
        }

        return extensions;
    }
}
