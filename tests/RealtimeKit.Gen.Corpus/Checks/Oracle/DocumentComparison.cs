using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Corpus.Checks.Oracle;

/// <summary>Compares two typed documents: their operations, parameters, and all schemas that these use.</summary>
/// <param name="json">The document as JSON.</param>
/// <param name="read">The document that NSwag's parser reads.</param>
/// <param name="filled">The document that the generator reads.</param>
/// <param name="traits">What the generator stores about parameters beside the typed document.</param>
/// <param name="cancellationToken">Cancels the comparison.</param>
internal sealed class DocumentComparison(JsonNode json, OpenApiDocument read, OpenApiDocument filled,
    IReadOnlyDictionary<OpenApiParameter, ParameterTraits> traits, CancellationToken cancellationToken)
{
    private readonly DifferenceList _findings = new();
    private int _operations;
    private int _parameters;

    public IReadOnlyList<Difference> Differences => _findings.Sorted;

    public string Counts { get; private set; } = "";

    public void Run()
    {
        var schemas = new SchemaComparison(_findings, cancellationToken);
        Dictionary<(string Path, string Method), OpenApiOperation> expected = Operations(read);
        Dictionary<(string Path, string Method), OpenApiOperation> actual = Operations(filled);
        foreach (((string path, string method), OpenApiOperation operation) in actual.Where(pair => !expected.ContainsKey(pair.Key)))
        {
            _findings.Add(
                IsKnownToNSwag(method) ? DifferenceKind.OperationExtra : DifferenceKind.MethodUnknownToNSwag, $"{method} {path} {operation.OperationId}");
        }

        foreach (((string path, string method), OpenApiOperation operation) in expected)
        {
            string at = $"{method} {path}";
            _operations++;
            if (!actual.TryGetValue((path, method), out OpenApiOperation? ours))
            {
                _findings.Add(json["paths"]?[path]?[method] is null ? DifferenceKind.MethodInCapitals : DifferenceKind.OperationMissing, at);
                continue;
            }

            if (json["paths"]?[path]?["$ref"] is not null)
            {
                // NSwag does not resolve references below a path item that is a reference.
                continue;
            }

            CompareParameters(schemas, at, operation, ours);
            CompareBodies(schemas, at, operation, ours);
            CompareResponses(schemas, at, operation, ours);
        }

        schemas.Run();
        Counts = string.Create(CultureInfo.InvariantCulture,
            $"{_operations} operations, {_parameters} parameters, {schemas.Schemas} schemas, {schemas.Properties} properties, {schemas.EnumValues} enum values");
    }

    private void CompareParameters(SchemaComparison schemas, string at, OpenApiOperation operation, OpenApiOperation ours)
    {
        OpenApiParameter[] its = ours.Parameters.Where(static parameter => parameter.Kind != OpenApiParameterKind.Body).ToArray();
        var actual = its.ToLookup(static parameter => (parameter.Kind, parameter.Name));
        OpenApiParameter[] expected = operation.ActualParameters
            .Where(static parameter =>
                parameter.Kind is OpenApiParameterKind.Path or OpenApiParameterKind.Query or OpenApiParameterKind.Header or OpenApiParameterKind.Cookie)
            .ToArray();
        foreach (OpenApiParameter parameter in expected)
        {
            _parameters++;
            string place = $"{at} {parameter.Kind} {parameter.Name}";
            if (actual[(parameter.Kind, parameter.Name)].FirstOrDefault() is not { } same)
            {
                _findings.Add(string.IsNullOrEmpty(parameter.Name) ? DifferenceKind.ParameterNameless : DifferenceKind.ParameterMissing, place);
                continue;
            }

            if (parameter.IsRequired != same.IsRequired)
            {
                _findings.Add(parameter.Kind == OpenApiParameterKind.Path
                    && same.IsRequired ? DifferenceKind.PathParameterOptional : DifferenceKind.ParameterRequired, place);
            }

            if (parameter.Schema is null && traits.TryGetValue(same, out ParameterTraits? known) && known.MediaType is not null)
            {
                _findings.Add(DifferenceKind.ParameterContent, place);
                continue;
            }

            if (parameter.Schema is null && read.SchemaType != SchemaType.Swagger2)
            {
                _findings.Add(DifferenceKind.ParameterBare, place);
                continue;
            }

            // A parameter of Swagger 2.0 is a schema itself.
            schemas.Enqueue(place, parameter.Schema ?? (read.SchemaType == SchemaType.Swagger2 ? parameter : null), same.Schema);
        }

        foreach (OpenApiParameter extra in its.Where(parameter => !expected.Any(known => known.Kind == parameter.Kind && known.Name == parameter.Name)))
        {
            _findings.Add(DifferenceKind.ParameterExtra, $"{at} {extra.Kind} {extra.Name}");
        }
    }

    private void CompareBodies(SchemaComparison schemas, string at, OpenApiOperation operation, OpenApiOperation ours)
    {
        IDictionary<string, OpenApiMediaType> actual = ours.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>();
        if (read.SchemaType != SchemaType.Swagger2)
        {
            foreach ((string type, OpenApiMediaType media) in operation.ActualRequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
            {
                CompareMedia(schemas, $"{at} body {type}", media.Schema, actual, type);
            }

            return;
        }

        foreach (OpenApiParameter parameter in operation.ActualParameters)
        {
            JsonSchema? its = actual.Values.FirstOrDefault()?.Schema;
            if (parameter.Kind == OpenApiParameterKind.Body)
            {
                schemas.Enqueue($"{at} body", parameter.Schema, its);
            }
            else if (parameter.Kind == OpenApiParameterKind.FormData)
            {
                _parameters++;
                if (its is null || !its.Properties.TryGetValue(parameter.Name, out JsonSchemaProperty? field))
                {
                    _findings.Add(DifferenceKind.ParameterMissing, $"{at} form {parameter.Name}");
                    continue;
                }

                if (its.RequiredProperties.Contains(parameter.Name) != parameter.IsRequired)
                {
                    _findings.Add(DifferenceKind.ParameterRequired, $"{at} form {parameter.Name}");
                }

                schemas.Enqueue($"{at} form {parameter.Name}", parameter, field);
            }
        }
    }

    private void CompareResponses(SchemaComparison schemas, string at, OpenApiOperation operation, OpenApiOperation ours)
    {
        foreach ((string status, OpenApiResponse response) in operation.ActualResponses)
        {
            string place = $"{at} {status}";
            if (!ours.Responses.TryGetValue(status, out OpenApiResponse? its))
            {
                _findings.Add(DifferenceKind.ResponseMissing, place);
            }
            else if (read.SchemaType == SchemaType.Swagger2)
            {
                JsonSchema? content = its.Content.Values.FirstOrDefault()?.Schema;
                if (response.Schema is null && content is not null)
                {
                    _findings.Add(DifferenceKind.ContentInSwagger, place);
                    continue;
                }

                schemas.Enqueue(place, response.Schema, content);
            }
            else
            {
                foreach ((string type, OpenApiMediaType media) in response.Content)
                {
                    CompareMedia(schemas, $"{place} {type}", media.Schema, its.Content, type);
                }
            }
        }
    }

    private void CompareMedia(SchemaComparison schemas, string at, JsonSchema? schema, IDictionary<string, OpenApiMediaType> actual, string type)
    {
        if (actual.TryGetValue(type, out OpenApiMediaType? media) && schema is null && media.Schema is not null)
        {
            _findings.Add(DifferenceKind.ItemSchema, at);
        }
        else if (media is not null)
        {
            schemas.Enqueue(at, schema, media.Schema);
        }
        else
        {
            _findings.Add(DifferenceKind.MediaTypeMissing, at);
        }
    }

    private static bool IsKnownToNSwag(string method) => method is "get" or "put" or "post" or "delete" or "options" or "head" or "patch" or "trace";

    private static Dictionary<(string Path, string Method), OpenApiOperation> Operations(OpenApiDocument document) => document.Paths
        .Where(static path => !path.Key.StartsWith("x-", StringComparison.Ordinal))
        .SelectMany(static path => path.Value.ActualPathItem.Select(operation => (Key: (path.Key, operation.Key.ToLowerInvariant()), operation.Value)))
        .ToDictionary(static pair => pair.Key, static pair => pair.Value);
}
