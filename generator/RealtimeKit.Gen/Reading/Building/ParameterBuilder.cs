using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Building.Schemas;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Selection;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building;

/// <summary>Fills an operation's parameters.</summary>
internal sealed class ParameterBuilder(DocumentParts parts, SchemaBuilder schemas, SpecReferences references, DiagnosticBag diagnostics)
{
    /// <summary>
    /// Returns the parameters of the path item and of the operation. The operation's parameters replace those of the same name
    /// and place.
    /// </summary>
    public IEnumerable<SpecMapping> Find(SlicedOperation sliced)
    {
        List<SpecMapping> own = Followed(sliced.Operation["parameters"]).ToList();
        if (!references.Reuse.Take(sliced.PathItem["parameters"]))
        {
            return [];
        }

        HashSet<(string?, string?)> overridden = [.. own.Select(Identity)];
        return Followed(sliced.PathItem["parameters"]).Where(parameter => !overridden.Contains(Identity(parameter))).Concat(own);
    }

    public OpenApiParameter? Build(SpecMapping node)
    {
        if (Create(node) is not { } parameter)
        {
            return null;
        }

        bool isQueryString = node["in"].AsText() == "querystring";
        SpecEntry? content = node["content"]
            .AsMapping()?.Entries
            .OrderBy(static entry => entry.Key, StringComparer.Ordinal)
            .Select(static entry => (SpecEntry?)entry)
            .FirstOrDefault();
        if (content is { } entry && references.Follow(entry.Value) is SpecMapping media)
        {
            OpenApiMediaType described = new() { Schema = parameter.Schema = schemas.Build(media["schema"] ?? AnyText(media)) };
            new EncodingBuilder(parts.Locations, diagnostics).Build(described, media);
            parts.Parameters[parameter] = new ParameterTraits(isQueryString, entry.Key, Style: null, AllowsReserved: false, described);
            return parameter;
        }

        parameter.Schema = schemas.Build(node["schema"] ?? AnyText(node));
        parameter.Explode = node["explode"].AsBoolean();
        parts.Parameters[parameter] = new ParameterTraits(isQueryString, MediaType: null, node["style"].AsText(), node["allowReserved"].IsTrue());
        return parameter;
    }

    /// <summary>Creates a parameter without its schema, or reports why it cannot be sent and returns null.</summary>
    private OpenApiParameter? Create(SpecMapping node)
    {
        string? name = node["name"].AsText();
        string? place = node["in"].AsText();
        OpenApiParameterKind? kind = place switch
        {
            "path" => OpenApiParameterKind.Path,
            "query" or "querystring" => OpenApiParameterKind.Query,
            "header" => OpenApiParameterKind.Header,
            "cookie" => OpenApiParameterKind.Cookie,
            _ => null,
        };
        if (name is not { Length: > 0 } || kind is null)
        {
            // A reference that is no text is reported with all others.
            if (node["$ref"] is null)
            {
                diagnostics.Add(Descriptors.PartInvalid, node.Location, name is not { Length: > 0 }
                    ? "A parameter must have a name"
                    : $"The parameter '{name}' is in '{place}', {WhyNot(place)}");
            }

            return null;
        }

        if (place is "header" or "cookie" && !HttpToken.IsValid(name))
        {
            diagnostics.Add(
                Descriptors.PartInvalid,
                node.Location,
                $"The parameter '{name}' is in '{place}', but its name contains characters that HTTP does not allow there");
            return null;
        }

        OpenApiParameter parameter = new()
        {
            Name = name,
            Kind = kind.Value,
            IsRequired = node["required"].IsTrue() || kind == OpenApiParameterKind.Path,
            Description = node["description"].AsText(),
            IsDeprecated = node["deprecated"].IsTrue(),
            ExtensionData = OperationBuilder.Extensions(node),
        };
        parts.Locations.Add(parameter, node.Location);
        return parameter;
    }

    private static string WhyNot(string? place) => place switch
    {
        "body" => "which only Swagger 2.0 has; in OpenAPI 3, write 'requestBody: { content: { application/json: { schema: … } } }'",
        "formData" => "which only Swagger 2.0 has; in OpenAPI 3, write 'requestBody: { content: { application/x-www-form-urlencoded: { schema: … } } }'",
        _ => "which is not path, query, querystring, header or cookie",
    };

    /// <summary>Returns a text schema for a parameter without a description, because parameters are sent as text.</summary>
    private static SpecMapping AnyText(SpecMapping at) => at.Mapping(("type", at.Text("string")));

    private static (string? Name, string? In) Identity(SpecMapping parameter) => (parameter["name"].AsText(), parameter["in"].AsText());

    private IEnumerable<SpecMapping> Followed(SpecNode? parameters)
    {
        if (parameters is null || parameters.IsNull())
        {
            yield break;
        }

        // Some documents use a mapping instead of a sequence. Its values are the parameters.
        IEnumerable<SpecNode> items = parameters.AsSequence()?.Items ?? parameters.AsMapping()?.Entries.Select(static entry => entry.Value) ?? [];
        foreach (SpecNode item in items)
        {
            if (references.Follow(item) is SpecMapping parameter)
            {
                yield return parameter;
            }
        }
    }
}
