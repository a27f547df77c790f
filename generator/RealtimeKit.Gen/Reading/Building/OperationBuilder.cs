using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Building.Schemas;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Selection;
using RealtimeKit.Gen.Reading.Tree;
using RealtimeKit.Gen.Reading.Upgrading;

namespace RealtimeKit.Gen.Reading.Building;

/// <summary>Fills one operation of the typed document, and its callbacks.</summary>
internal sealed class OperationBuilder
{
    private readonly DocumentParts _parts;
    private readonly SpecReferences _references;
    private readonly SwaggerUpgrader? _swagger;
    private readonly DiagnosticBag _diagnostics;
    private readonly ParameterBuilder _parameters;
    private readonly ContentBuilder _contents;
    private readonly ResponseBuilder _responses;
    private readonly SecurityBuilder _security;

    public OperationBuilder(
        DocumentParts parts,
        HashSet<string> operationIds,
        SchemaBuilder schemas,
        SpecReferences references,
        SecurityBuilder security,
        SwaggerUpgrader? swagger,
        DiagnosticBag diagnostics)
    {
        _parts = parts;
        _security = security;
        _references = references;
        _swagger = swagger;
        _diagnostics = diagnostics;
        _parameters = new ParameterBuilder(parts, schemas, references, diagnostics);
        _contents = new ContentBuilder(parts.Locations, schemas, references, diagnostics);
        _responses = new ResponseBuilder(parts, schemas, _contents, new LinkBuilder(parts, operationIds, references, diagnostics), references, diagnostics);
    }

    /// <param name="isIncoming">Whether the API sends the request.</param>
    public OpenApiOperation Build(SlicedOperation sliced, bool isIncoming = false)
    {
        SpecMapping[] parameters = _parameters.Find(sliced).ToArray();
        if (_swagger is not null)
        {
            ReportBodies(parameters);
            ReportForm(_swagger, sliced.Operation, Array.Find(parameters, static parameter => parameter["in"].AsText() == "body"));
        }

        SpecMapping node = _swagger?.UpgradeOperation(sliced.Operation, parameters) ?? sliced.Operation;
        OpenApiOperation operation = new()
        {
            OperationId = node["operationId"].AsText() ?? "",
            Summary = node["summary"].AsText() ?? sliced.PathItem["summary"].AsText(),
            Description = node["description"].AsText() ?? sliced.PathItem["description"].AsText(),
            ExternalDocumentation = DocsBuilder.Build(node),
            IsDeprecated = node["deprecated"].IsTrue(),
            Tags = node["tags"].AsSequence()?.Items.Select(static tag => tag.AsText() ?? "").ToList() ?? [],
            ExtensionData = Extensions(node),
        };
        _parts.Locations.Add(operation, node["operationId"]?.Location ?? sliced.Operation.Location);
        foreach (SpecMapping parameter in _swagger is null ? parameters : node["parameters"].AsSequence()!.Items.OfType<SpecMapping>())
        {
            if (_parameters.Build(parameter) is { } built)
            {
                operation.Parameters.Add(built);
            }
        }

        if (node["responses"] is SpecMapping responses)
        {
            _responses.Build(operation, responses, isIncoming);
        }

        BuildCallbacks(operation, node, isIncoming);
        if (node["security"] is SpecSequence security)
        {
            operation.Security = _security.Build(security).ToList();
        }

        BuildServers(operation, node["servers"] ?? (_references.Reuse.Take(sliced.PathItem["servers"]) ? sliced.PathItem["servers"] : null));
        BuildBody(operation, node);
        return operation;
    }

    private void BuildBody(OpenApiOperation operation, SpecMapping node)
    {
        if (node["requestBody"] is not { } body || _references.Follow(body) is not SpecMapping requestBody)
        {
            return;
        }

        if (new EmptyForm(_references).Is(requestBody))
        {
            _diagnostics.Add(Descriptors.KeywordIgnored, node.KeyLocation("requestBody"), "requestBody", "the optional form has no fields");
            return;
        }

        operation.RequestBody = _contents.BuildBody(requestBody);
    }

    /// <summary>Reports body parameters of Swagger 2.0 that have no effect. There is either one body or the fields of one form.</summary>
    private void ReportBodies(IReadOnlyList<SpecMapping> parameters)
    {
        SpecMapping? body = parameters.FirstOrDefault(static parameter => parameter["in"].AsText() == "body");
        HashSet<string> fields = new(StringComparer.Ordinal);
        foreach (SpecMapping parameter in parameters.Where(parameter => parameter != body))
        {
            string name = parameter["name"].AsText() ?? "";
            string? what = parameter["in"].AsText() switch
            {
                "body" => $"The parameter '{name}' is a second body of the operation",
                "formData" when body is not null => $"The field '{name}' cannot be sent together with the body '{body["name"].AsText()}'",
                "formData" when !fields.Add(name) => $"The field '{name}' is declared a second time",
                _ => null,
            };
            if (what is not null)
            {
                _diagnostics.Add(Descriptors.PartInvalid, parameter.Location, what);
            }
        }

        foreach (SpecMapping parameter in parameters.Where(static parameter => parameter["in"].AsText() is "body" or "formData"))
        {
            ReportLocation(parameter);
        }
    }

    /// <summary>Reports a body of Swagger 2.0 that only a form could be, whose fields would be parameters.</summary>
    private void ReportForm(SwaggerUpgrader swagger, SpecMapping operation, SpecMapping? body)
    {
        if (body is not null && swagger.OnlyForm(operation) is { } form)
        {
            _diagnostics.Add(
                Descriptors.PartInvalid,
                operation["consumes"] is null ? body.Location : operation.KeyLocation("consumes"),
                $"'{form}' is a form, whose fields are parameters in 'formData', but the operation has a body, which is sent as application/json");
        }
    }

    private void ReportLocation(SpecMapping parameter)
    {
        const string Location = "x-ms-parameter-location";
        if (parameter[Location].AsText() == "client")
        {
            _diagnostics.Add(Descriptors.KeywordIgnored, parameter.KeyLocation(Location), Location, "a body and the fields of a form belong to one call");
        }
    }

    private void BuildServers(OpenApiOperation operation, SpecNode? servers)
    {
        foreach (SpecMapping server in servers.AsSequence()?.Items.OfType<SpecMapping>() ?? [])
        {
            operation.Servers ??= [];
            operation.Servers.Add(BuildServer(server, _parts.Locations));
        }
    }

    public static OpenApiServer BuildServer(SpecMapping server, LocationRegister locations)
    {
        OpenApiServer built = new() { Url = server["url"].AsText() ?? "", Description = server["description"].AsText() };
        locations.Add(built, server.Location);
        foreach (SpecEntry variable in server["variables"].AsMapping()?.Entries ?? [])
        {
            SpecMapping? node = variable.Value.AsMapping();
            OpenApiServerVariable added = new() { Default = node?["default"].AsText(), Description = node?["description"].AsText() };
            foreach (SpecNode allowed in node?["enum"].AsSequence()?.Items ?? [])
            {
                added.Enum.Add(allowed.AsText() ?? "");
            }

            built.Variables[variable.Key] = added;
            locations.Add(added, node?["default"]?.Location ?? server.Location);
        }

        return built;
    }

    /// <summary>Adds the requests that the API sends after a call: the path items below each callback's expressions.</summary>
    private void BuildCallbacks(OpenApiOperation owner, SpecMapping node, bool isIncoming)
    {
        foreach (SpecEntry entry in node["callbacks"].AsMapping()?.Entries ?? [])
        {
            if (isIncoming)
            {
                _diagnostics.Add(
                    Descriptors.ConstructNotSupported,
                    node.KeyLocation("callbacks"),
                    "A callback of a request that the API itself sends",
                    $"'{entry.Key}'");
                continue;
            }

            foreach (SpecEntry address in (_references.Follow(entry.Value) as SpecMapping)?.Entries ?? [])
            {
                if (!address.IsExtension && _references.Follow(address.Value) is SpecMapping pathItem)
                {
                    foreach (SlicedOperation sliced in SpecSlicer.OperationsOf(address.Key, pathItem, _references, _diagnostics))
                    {
                        _parts.Incoming.Add(new IncomingOperation(entry.Key, address.Key, sliced.Method, Build(sliced, isIncoming: true), owner));
                    }
                }
            }
        }
    }

    public static Dictionary<string, object?>? Extensions(SpecMapping node)
    {
        Dictionary<string, object?>? extensions = null;
        foreach (SpecEntry entry in node.Entries)
        {
            if (entry.Key.StartsWith("x-ms-", StringComparison.Ordinal) || entry.Key is "x-idempotent" or "x-dotnet-type" or "x-kubernetes-action")
            {
                (extensions ??= new(StringComparer.Ordinal))[entry.Key] = PlainValue.Of(entry.Value);
            }
        }

        return extensions;
    }
}
