using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Keys;

/// <summary>
/// The keys that are valid only in Swagger 2.0 or only in OpenAPI 3 and are lost in the other version, with what to write
/// instead. Keys that are read in all versions (<c>nullable</c> in 2.0 and 3.1, <c>const</c> in 3.0, <c>content</c> in a response
/// of 2.0) are not listed, nor are keys that do not affect a client, such as examples.
/// </summary>
internal static class VersionKeys
{
    private const string Swagger = "Swagger 2.0 and has no effect in OpenAPI 3";
    private const string OpenApi = "OpenAPI 3 and has no effect in Swagger 2.0";
    private const string ReferredTo = " and is read in {0} only where a reference points into it";
    private const string Servers = "'servers: [ { url: … } ]'";
    private const string MediaTypes = "the media types as keys of 'content', in the request body and in each response,";

    /// <summary>The keys by which a parameter of Swagger 2.0 describes its value.</summary>
    private static readonly HashSet<string> _ofValue = new(StringComparer.Ordinal)
    {
        "type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern",
        "maxItems", "minItems",
        "uniqueItems", "enum", "multipleOf",
    };

    /// <param name="kind">The object that contains the key.</param>
    /// <returns>The version that has the key with its effect in this document, and what to write instead; null if nothing is lost.</returns>
    public static (string Version, string Remedy)? Find(ObjectKind kind, SpecMapping mapping, string key, SpecDialect dialect) =>
        dialect == SpecDialect.Swagger20
        ? OfOpenApi(kind.Name, mapping, key)
        : OfSwagger(kind.Name, mapping, key);

    private static (string, string)? OfSwagger(string kind, SpecMapping mapping, string key) => (kind, key) switch
    {
        (ObjectKinds.Root, "host" or "basePath" or "schemes") or (ObjectKinds.Operation, "schemes") => (Swagger, Servers),
        (ObjectKinds.Root or ObjectKinds.Operation, "consumes" or "produces") => (Swagger, MediaTypes),
        (ObjectKinds.Root, "definitions") => (Referred("Swagger 2.0", "OpenAPI 3"), "'components: { schemas: … }'"),
        (ObjectKinds.Root, "parameters" or "responses") => (Referred("Swagger 2.0", "OpenAPI 3"), $"'components: {{ {key}: … }}'"),
        (ObjectKinds.Root, "securityDefinitions") => (Swagger, "'components: { securitySchemes: … }'"),
        (ObjectKinds.Response, "schema") => (Swagger, "'content: { application/json: { schema: … } }'"),
        (ObjectKinds.Parameter or ObjectKinds.Header, "collectionFormat") => (Swagger, "'style' and 'explode'"),
        (ObjectKinds.Parameter or ObjectKinds.Header, _) when IsValue(mapping, key) => (Swagger, $"'schema: {{ {key}: … }}'"),
        _ => null,
    };

    private static (string, string)? OfOpenApi(string kind, SpecMapping mapping, string key) => (kind, key) switch
    {
        (ObjectKinds.Root, "servers") => (OpenApi, "'host', 'basePath' and 'schemes'"),
        (ObjectKinds.Root, "components") => (Referred("OpenAPI 3", "Swagger 2.0"), "'definitions', 'parameters', 'responses' and 'securityDefinitions'"),
        (ObjectKinds.Operation, "requestBody") => (OpenApi, "a parameter with 'in: body' and 'schema'"),
        (ObjectKinds.Response, "content") when mapping["schema"] is not null => (OpenApi, "'schema' and 'produces'"),
        (ObjectKinds.Parameter, "content") when mapping["in"].AsText() == "body" => (OpenApi, "'schema' and 'consumes'"),
        (ObjectKinds.Parameter, "style" or "explode") when mapping["in"].AsText() is "query" or "formData" => (OpenApi, "'collectionFormat'"),
        _ => null,
    };

    /// <summary>Returns whether to report a key about a parameter's value: only <c>type</c>, or the first of these keys if there is no <c>type</c>.</summary>
    private static bool IsValue(SpecMapping mapping, string key) =>
        _ofValue.Contains(key)
        && (key == "type" || (mapping["type"] is null && mapping.Entries.FirstOrDefault(static entry => _ofValue.Contains(entry.Key)).Key == key));

    private static string Referred(string has, string lacks) => has + ReferredTo.Replace("{0}", lacks);
}
