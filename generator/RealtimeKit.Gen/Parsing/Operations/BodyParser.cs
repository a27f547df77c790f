using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>The bodies in which a request may travel: one per kind, the first of each in the document's order, JSON before all.</summary>
internal sealed class BodyParser(SchemaParser schemas, SpecDocument document, DiagnosticBag diagnostics)
{
    public IReadOnlyList<BodyModel> Parse(OpenApiOperation operation, string hint)
    {
        if (operation.RequestBody is not { } body)
        {
            return [];
        }

        List<BodyModel> bodies = [];
        foreach (KeyValuePair<string, OpenApiMediaType> content in body.Content.OrderBy(static content => MediaTypes.BodyKindOf(content.Key)))
        {
            if (!MediaTypes.IsWellFormed(content.Key))
            {
                diagnostics.Add(Descriptors.DocumentInvalid, document.LocationOf(body), $"'{content.Key}' is not a media type");
                continue;
            }

            BodyKind kind = MediaTypes.BodyKindOf(content.Key);
            if (bodies.Any(known => known.Kind == kind))
            {
                continue;
            }

            TypeRef type = TypeOf(kind, content.Value.Schema, hint);
            bodies.Add(new BodyModel
            {
                Kind = kind,
                ContentType = ContentType(kind, content.Key),
                Name = kind is BodyKind.Text or BodyKind.Stream ? "content" : "request",
                Type = body.IsRequired ? type : type.AsNullable(),
                Suffix = bodies.Count == 0 ? "" : "As" + kind,
                IsRequired = body.IsRequired,
                Encodings = content.Value.Encoding
                    .OrderBy(static encoding => encoding.Key, StringComparer.Ordinal)
                    .Select(encoding => new FieldEncodingModel(encoding.Key, Field(encoding.Value)))
                    .ToEquatableArray(),
            });
        }

        return bodies;
    }

    private static FieldModel Field(OpenApiEncoding encoding) => new(
        ParameterStyles.Name(encoding.Style) ?? "Form",
        encoding.Explode,
        encoding.AllowReserved,
        encoding.EncodingType is { } type && MediaTypes.IsWellFormed(type) && type.IndexOf(',') < 0 && type.IndexOf('*') < 0 ? type : "");

    private TypeRef TypeOf(BodyKind kind, JsonSchema? schema, string hint)
    {
        switch (kind)
        {
            case BodyKind.Text:
                return PrimitiveTypes.Text;
            case BodyKind.Stream:
                return PrimitiveTypes.Stream;
            case BodyKind.Json:
                return schema is null ? PrimitiveTypes.Json : schemas.Resolve(schema, Identifier.Within(hint, "Request")).AsRequired();
            default:
                JsonSchema actual = SchemaFacts.Follow(schema ?? new JsonSchema());
                return IsForm(actual) ? Form(actual, hint, kind) : PrimitiveTypes.Map(PrimitiveTypes.Json);
        }
    }

    private TypeRef Form(JsonSchema actual, string hint, BodyKind kind)
    {
        // A component may travel as JSON too, where binary means something else: the form is a type of its own then.
        ObjectDraft draft = schemas.AddForm(actual, Identifier.Within(schemas.OwnerName(actual) ?? hint, kind.ToString()));
        return new TypeRef { Shape = TypeShape.Object, Name = schemas.NameOf(draft), Codec = "" };
    }

    private static bool IsForm(JsonSchema actual) =>
        actual.Properties.Count > 0 || actual.AllOf.Any(static part => SchemaFacts.IsObjectLike(part)) || SchemaFacts.Branches(actual).Any(SchemaFacts.IsObjectLike);

    private static string ContentType(BodyKind kind, string mediaType) =>
        kind == BodyKind.Multipart && mediaType.IndexOf('*') < 0 ? mediaType
        : mediaType.IndexOf('*') < 0 ? mediaType
        : kind == BodyKind.Json ? "application/json" : kind == BodyKind.Text ? "text/plain" : kind == BodyKind.Multipart ? "multipart/form-data" : "application/octet-stream";
}
