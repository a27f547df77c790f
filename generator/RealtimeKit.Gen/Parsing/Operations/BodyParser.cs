using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>The bodies in which a request may travel: one per kind and type, JSON before all.</summary>
internal sealed class BodyParser(SchemaParser schemas, SpecDocument document, DiagnosticBag diagnostics)
{
    /// <summary>One form may be that of many operations, and of several media types of one.</summary>
    private readonly Dictionary<JsonSchema, TypeRef> _forms = [];

    public IReadOnlyList<BodyModel> Parse(OpenApiOperation operation, string hint)
    {
        if (operation.RequestBody is not { } body)
        {
            return [];
        }

        List<BodyModel> bodies = [];
        foreach (KeyValuePair<string, OpenApiMediaType> content in body.Content
            .OrderBy(static content => MediaTypes.BodyKindOf(content.Key))
            .ThenBy(static content => MediaTypes.IsPlainJson(content.Key) ? 0 : 1))
        {
            if (!MediaTypes.IsWellFormed(content.Key))
            {
                diagnostics.Add(Descriptors.PartInvalid, document.LocationOf(body), $"'{content.Key}' is not a media type");
                continue;
            }

            BodyKind kind = MediaTypes.BodyKindOf(content.Key);
            BodyModel[] alike = bodies.Where(known => known.Kind == kind).ToArray();
            if (alike.Length > 0 && (!MediaTypes.IsNamed(content.Key) || alike.Any(known => MediaTypes.AreAlike(known.ContentType, content.Key))))
            {
                continue;
            }

            TypeRef type = TypeOf(kind, content.Value.Schema, hint, alike.Length == 0 ? "" : MediaTypes.Name(content.Key));
            type = body.IsRequired ? type : type.AsNullable();
            int same = bodies.FindIndex(known => known.Kind == kind && known.Type == type && kind != BodyKind.Multipart);
            if (same >= 0)
            {
                // The same value under another media type: one method, which is told the media type.
                bodies[same] = bodies[same] with { OtherContentTypes = bodies[same].OtherContentTypes.Append(content.Key).ToEquatableArray() };
                continue;
            }

            bodies.Add(new BodyModel
            {
                Kind = kind,
                ContentType = ContentType(kind, content.Key),
                Name = kind is BodyKind.Text or BodyKind.Stream ? "content" : "request",
                Type = type,
                Suffix = bodies.Count == 0 ? "" : "As" + (alike.Length == 0 ? $"{kind}" : MediaTypes.Name(content.Key)),
                IsRequired = body.IsRequired,
                Encodings = content.Value.Encoding
                    .OrderBy(static encoding => encoding.Key, StringComparer.Ordinal)
                    .Select(static encoding => new FieldEncodingModel(encoding.Key, Field(encoding.Value)))
                    .ToEquatableArray(),
            });
        }

        return bodies;
    }

    private static FieldModel Field(OpenApiEncoding encoding)
    {
        // A list says what is allowed; who says nothing sends the first.
        string first = (encoding.EncodingType ?? "").Split(',')[0].Trim();
        string contentType = MediaTypes.IsWellFormed(first) && first.IndexOf('*') < 0 ? first : "";
        return new FieldModel(ParameterStyles.Name(encoding.Style) ?? "Form", encoding.Explode, encoding.AllowReserved, contentType)
        {
            IsJson = contentType.Length > 0 && MediaTypes.IsJson(contentType),
        };
    }

    private TypeRef TypeOf(BodyKind kind, JsonSchema? schema, string hint, string part)
    {
        switch (kind)
        {
            case BodyKind.Text:
                return PrimitiveTypes.Text;
            case BodyKind.Stream:
                return PrimitiveTypes.Stream;
            case BodyKind.Json:
                return schema is null ? PrimitiveTypes.Json : schemas.Resolve(schema, Identifier.Within(hint, part + "Request")).AsRequired();
            default:
                JsonSchema actual = SchemaFacts.Follow(schema ?? new JsonSchema());
                return _forms.TryGetValue(actual, out TypeRef? known) ? known : _forms[actual] = Form(actual, hint, part + kind);
        }
    }

    private TypeRef Form(JsonSchema actual, string hint, string part)
    {
        if (!MemberCollector.HasMembers(actual))
        {
            return PrimitiveTypes.Map(PrimitiveTypes.Json);
        }

        // A component may travel as JSON too, where binary means something else: the form is a type of its own then.
        ObjectDraft draft = schemas.AddForm(actual, Identifier.Within(schemas.OwnerName(actual) ?? hint, part));
        return new TypeRef { Shape = TypeShape.Object, Name = schemas.NameOf(draft), Codec = "" };
    }

    /// <summary>What is sent, where the document names a range.</summary>
    private static string ContentType(BodyKind kind, string mediaType) => mediaType.IndexOf('*') < 0 ? mediaType : kind switch
    {
        BodyKind.Json => "application/json",
        BodyKind.Text => "text/plain",
        BodyKind.Multipart => "multipart/form-data",
        _ => "application/octet-stream",
    };
}
