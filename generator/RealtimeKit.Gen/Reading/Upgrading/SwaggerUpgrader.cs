using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>Converts the parts of a Swagger 2.0 document to OpenAPI 3.0. <see cref="SchemaUpgrader"/> converts its schemas.</summary>
internal sealed class SwaggerUpgrader(SpecMapping root, SpecReferences references)
{
    private const string FormUrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    /// <summary>The keys by which a parameter describes its value, which OpenAPI 3.0 moves to a schema.</summary>
    private static readonly string[] _valueKeywords =
    [
        "type", "format", "x-dotnet-type", "items", "enum", "default", "maximum", "minimum", "maxLength", "minLength", "pattern", "maxItems",
        "minItems", "uniqueItems", "multipleOf", "x-nullable", "x-type-name", "x-ms-enum", "x-enum-varnames", "x-enum-descriptions",
        "x-enumNames", "x-enumDescriptions", "x-enumFlags",
    ];

    /// <summary>What a parameter of a body can say about its value. OpenAPI 3.0 has no such parameters.</summary>
    private static readonly string[] _marks = ["x-ms-secret", "x-dotnet-type"];

    public SpecMapping UpgradeOperation(SpecMapping operation, IReadOnlyList<SpecMapping> parameters)
    {
        SpecMapping[] form = parameters
            .Where(static parameter => parameter["in"].AsText() == "formData")
            .GroupBy(static parameter => parameter["name"].AsText() ?? "", StringComparer.Ordinal)
            .Select(static same => same.First())
            .ToArray();
        SpecMapping? body = parameters.FirstOrDefault(static parameter => parameter["in"].AsText() == "body");
        string[] consumes = MediaTypes(operation, "consumes");
        SpecNode? requestBody = body is not null ? UpgradeBody(body, consumes) : form.Length > 0 ? UpgradeForm(operation, form, consumes) : null;
        return operation.With(
            (
                "parameters",
                operation.Sequence(parameters.Where(static parameter => parameter["in"].AsText() is not ("body" or "formData")).Select(UpgradeParameter))),
            ("requestBody", requestBody),
            ("responses", operation["responses"] is SpecMapping responses ? UpgradeResponses(operation, responses) : null));
    }

    /// <summary>Returns a media type of an operation if it consumes only forms, which are not the media type of a body; otherwise null.</summary>
    public string? OnlyForm(SpecMapping operation) =>
        MediaTypes(operation, "consumes") is { Length: > 0 } consumes && Array.TrueForAll(consumes, IsForm) ? consumes[0] : null;

    private static bool IsForm(string mediaType) => mediaType is FormUrlEncoded or Multipart;

    public IEnumerable<SpecMapping> UpgradeServers()
    {
        string basePath = WithoutQuery(root["basePath"].AsText() ?? "/");
        if (root["x-ms-parameterized-host"] is SpecMapping parameterized && parameterized["hostTemplate"].AsText() is { Length: > 0 } template)
        {
            return [ParameterizedServer(parameterized, template, basePath)];
        }

        if (Host() is not { Length: > 0 } host)
        {
            return basePath is "/" or "" || root["basePath"] is not { } path ? [] : [path.Mapping(("url", path.Text(basePath)))];
        }

        // A whole URL in one of the keys is reported. It is the address that its author means.
        string address = Array.Find(new[] { basePath, host + Rooted(basePath) }, static text => text.Contains("://"))
            ?? $"{Scheme()}://{host}{Rooted(basePath)}";
        return [root.Mapping(("url", root.Text(address)))];
    }

    /// <summary>Converts a host with variables (<c>{account}.example.com</c>) to a server with variables.</summary>
    private SpecMapping ParameterizedServer(SpecMapping host, string template, string basePath)
    {
        IEnumerable<SpecMapping> parameters = host["parameters"].AsSequence()?.Items.Select(references.Follow).OfType<SpecMapping>() ?? [];
        SpecMapping variables = host.Mapping(parameters
            .GroupBy(static parameter => parameter["name"].AsText() ?? "", StringComparer.Ordinal)
            .Select(static same => (same.Key, (SpecNode?)same.First()))
            .ToArray());
        string scheme = host["useSchemePrefix"].AsBoolean() == false ? "" : Scheme() + "://";
        return host.Mapping(("url", host.Text(scheme + template + (basePath == "/" ? "" : Rooted(basePath)))), ("variables", variables));
    }

    private string Scheme()
    {
        IEnumerable<string> schemes = root["schemes"].AsSequence()?.Items.Select(static scheme => scheme.AsText() ?? "") ?? [];
        return schemes.Contains("https", StringComparer.Ordinal) ? "https" : schemes.FirstOrDefault() ?? "https";
    }

    /// <summary>Returns the host without what a host cannot have, which is reported.</summary>
    private string Host()
    {
        string host = WithoutQuery(root["host"].AsText() ?? "");
        return host.IndexOf('/') >= 0 ? host : host.Substring(host.LastIndexOf('@') + 1);
    }

    private static string WithoutQuery(string text) => text.IndexOfAny(['?', '#']) is >= 0 and var query ? text.Substring(0, query) : text;

    private static string Rooted(string path) => path.StartsWith("/", StringComparison.Ordinal) ? path : "/" + path;

    public static SpecMapping UpgradeSecurityScheme(SpecMapping scheme) =>
        scheme["type"].AsText() == "basic" ? scheme.With(("type", scheme.Text("http")), ("scheme", scheme.Text("basic"))) : scheme;

    private static SpecMapping UpgradeBody(SpecMapping body, string[] consumes)
    {
        string[] media = consumes.Where(static type => !IsForm(type)).ToArray();
        SpecNode schema = WithMarks(body["schema"] ?? body.Mapping(), body);
        return body.Mapping(
            ("description", body["description"]),
            ("required", body["required"]),
            ("x-ms-client-name", body["x-ms-client-name"]),
            ("content", Content(body, media.Length == 0 ? ["application/json"] : media, schema)));
    }

    /// <summary>Returns a schema with what a parameter of a body says about its value.</summary>
    private static SpecNode WithMarks(SpecNode schema, SpecMapping parameter)
    {
        (string Key, SpecNode? Value)[] marks = _marks.Where(key => parameter[key] is not null).Select(key => (key, parameter[key])).ToArray();
        return schema is SpecMapping mapping && marks.Length > 0 ? mapping.With(marks) : schema;
    }

    private static SpecMapping UpgradeForm(SpecMapping operation, SpecMapping[] form, string[] consumes)
    {
        bool hasFile = form.Any(static field => field["type"].AsText() == "file");
        string[] media = consumes.Where(type => type == Multipart || (type == FormUrlEncoded && !hasFile)).ToArray();
        SpecMapping properties = operation.Mapping(form.Select(field => (field["name"].AsText() ?? "", (SpecNode?)FieldSchema(field))).ToArray());
        SpecNode[] required = form.Where(static field => field["required"].IsTrue()).Select(static field => field["name"] ?? field).ToArray();
        SpecMapping schema = operation.Mapping(
            ("type", operation.Text("object")), ("properties", properties), ("required", required.Length == 0 ? null : operation.Sequence(required)));
        SpecMapping encoding = operation.Mapping(form
            .Where(static field => field["type"].AsText() == "array")
            .Select(static field => (field["name"].AsText() ?? "", (SpecNode?)field.Mapping(Style(field)))).ToArray());
        SpecMapping content = Content(operation, media.Length > 0 ? media : [hasFile ? Multipart : FormUrlEncoded], schema, encoding);
        return operation.Mapping(("required", required.Length > 0 ? operation.True() : null), ("content", content));
    }

    private static SpecNode FieldSchema(SpecMapping field) =>
        WithMarks(Value(field).With(("description", field["description"]), ("x-ms-client-name", field["x-ms-client-name"])), field);

    private static SpecMapping UpgradeParameter(SpecMapping parameter)
    {
        SpecMapping upgraded = parameter.With(_valueKeywords.Select(static keyword => (keyword, (SpecNode?)null)).Append(("collectionFormat", null)).ToArray());

        // Only a body has a schema. Another parameter with a schema and without a type is read as in 3.0.
        SpecNode schema = parameter["type"] is null && parameter["schema"] is { } given ? given : Value(parameter);
        return upgraded.With(Style(parameter).Append(("schema", schema)).ToArray());
    }

    private static SpecMapping Value(SpecMapping parameter)
    {
        SpecMapping value = parameter.Mapping(_valueKeywords.Select(keyword => (keyword, parameter[keyword])).ToArray());

        // A parameter without a description is text, because parameters are sent as text.
        return value["type"] is null && value["enum"] is null && !NumberOrText.IsNumeric(value["format"].AsText())
            ? value.With(("type", parameter.Text("string")))
            : value;
    }

    private static (string Key, SpecNode? Value)[] Style(SpecMapping parameter)
    {
        bool isQuery = parameter["in"].AsText() is "query" or "formData";
        (string? style, bool explode) = parameter["collectionFormat"].AsText() switch
        {
            "multi" when isQuery => ("form", true),
            "ssv" => ("spaceDelimited", false),
            "pipes" => ("pipeDelimited", false),
            "tsv" => ("tabDelimited", false),
            _ => (isQuery ? "form" : null, false),
        };
        return style is null ? [] : [("style", parameter.Text(style)), ("explode", parameter.Scalar(SpecScalarKind.Boolean, explode ? "true" : "false"))];
    }

    private SpecMapping UpgradeResponses(SpecMapping operation, SpecMapping responses)
    {
        return responses.Mapping(responses.Entries
            .Where(static entry => !entry.IsExtension)
            .Select(entry => (entry.Key, references.Follow(entry.Value) is SpecMapping response
                ? (SpecNode?)UpgradeResponse(response, MediaTypes(operation, "produces"))
                : null))
            .ToArray());
    }

    private static SpecMapping UpgradeResponse(SpecMapping response, string[] produces)
    {
        SpecMapping? headers = response["headers"].AsMapping() is { } declared
            ? declared.Mapping(declared.Entries
                .Select(static entry => (entry.Key, entry.Value is SpecMapping header ? (SpecNode?)UpgradeParameter(header) : null))
                .ToArray())
            : null;
        if (response["schema"] is not { } schema)
        {
            return response.With(("headers", headers));
        }

        bool isFile = schema is SpecMapping mapping && mapping["type"].AsText() == "file";
        string[] media = isFile && !produces.Any(static type => !type.Contains("json")) ? ["application/octet-stream"] : produces;
        return response.With(("schema", null), ("headers", headers), ("content", Content(response, media.Length == 0 ? ["application/json"] : media, schema)));
    }

    /// <summary>Returns the value of an operation, or the default for all operations.</summary>
    private string[] MediaTypes(SpecMapping operation, string keyword) =>
        !references.Reuse.Take(operation[keyword] ?? root[keyword]) ? []
        : (operation[keyword] ?? root[keyword])
            .AsSequence()?.Items
            .Select(static type => type.AsText() ?? "")
            .Where(static type => type.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToArray()
            ?? [];

    private static SpecMapping Content(SpecNode at, IEnumerable<string> mediaTypes, SpecNode schema, SpecMapping? encoding = null) =>
        at.Mapping(mediaTypes.Select(type => (type, (SpecNode?)at.Mapping(("schema", schema), ("encoding", encoding)))).ToArray());
}
