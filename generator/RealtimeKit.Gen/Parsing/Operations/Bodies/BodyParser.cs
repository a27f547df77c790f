using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Bodies;

/// <summary>Decides in which bodies a request can be sent: one for each kind and type, JSON first.</summary>
internal sealed class BodyParser(SchemaParser schemas, AlikeSchemas alike, SpecDocument document, DiagnosticBag diagnostics)
{
    /// <summary>The types of forms. Several operations and several media types may share one form.</summary>
    private readonly Dictionary<(JsonSchema Schema, string PartTypes), TypeRef> _forms = [];

    private readonly SpecLocations _locations = document.Locations;
    private readonly FieldEncodings _encodings = new(schemas.Members, document, diagnostics);

    /// <param name="method">The HTTP method, in lower case.</param>
    public IReadOnlyList<BodyModel> Parse(OpenApiOperation operation, string method, string hint)
    {
        if (operation.RequestBody is not { } body)
        {
            return [];
        }

        List<BodyModel> bodies = [];
        bool isRequired = body.IsRequired && !IsUndescribed(body, method);
        bool isMergedPatch = body.Content.Any(IsObjectAsPatch);
        foreach (KeyValuePair<string, OpenApiMediaType> content in body.Content
            .Where(static content => MediaTypeName.IsWellFormed(content.Key))
            .OrderBy(content => KindOf(body, content))
            .ThenBy(static content => IsObjectAsPatch(content))
            .ThenBy(static content => MediaTypes.RankWithinKind(content.Key))
            .ThenBy(content => isMergedPatch && !MediaTypes.IsMergePatch(content.Key)))
        {
            if (IsOfJson(body, content))
            {
                diagnostics.Add(Descriptors.KeywordIgnored, _locations.Of(body), content.Key, "the JSON body contains the same data");
            }
            else
            {
                Add(bodies, body, content, isRequired, hint);
            }
        }

        return bodies;
    }

    /// <summary>Returns the media type without a charset in which the client does not write text.</summary>
    private string InUtf8(OpenApiRequestBody body, string mediaType, BodyKind kind)
    {
        string sent = kind == BodyKind.Stream ? mediaType : MediaTypes.InUtf8(mediaType);
        if (sent != mediaType)
        {
            diagnostics.Add(Descriptors.KeywordIgnored, _locations.Of(body), mediaType, "text is sent in UTF-8");
        }

        return sent;
    }

    /// <summary>Adds a media type to the bodies: as a body of its own, to the body that has its type, or not at all.</summary>
    private void Add(List<BodyModel> bodies, OpenApiRequestBody body, KeyValuePair<string, OpenApiMediaType> content, bool isRequired, string hint)
    {
        BodyKind kind = KindOf(body, content);
        string mediaType = InUtf8(body, SentAs(body, content.Key, kind), kind);
        BodyModel[] alike = bodies.Where(known => known.Kind == kind).ToArray();
        if (alike.Length > 0 && (!MediaTypes.IsNamed(mediaType) || alike.Any(known => MediaTypes.AreAlike(known.ContentType, mediaType))))
        {
            ReportOther(body, content, alike[0], kind);
            return;
        }

        TypeRef type = TypeOf(kind, content.Value, hint, alike.Length == 0 ? "" : MediaTypes.Name(mediaType), mediaType);

        // Null is a value of some JSON; everywhere else a body that must be sent has a value.
        type = !isRequired ? type.AsNullable() : kind == BodyKind.Json ? type : type.AsRequired();
        int same = bodies.FindIndex(known => known.Kind == kind && known.Type == type && kind != BodyKind.Multipart);
        if (same >= 0)
        {
            // The same value under another media type is one method, with a parameter for the media type.
            bodies[same] = bodies[same] with { OtherContentTypes = bodies[same].OtherContentTypes.Append(mediaType).ToEquatableArray() };
            return;
        }

        bodies.Add(new BodyModel
        {
            Kind = kind,
            ContentType = ContentType(kind, mediaType),
            IsRange = mediaType.IndexOf('*') >= 0 && kind is BodyKind.Stream or BodyKind.Text || kind == BodyKind.Stream && IsOtherMultipart(mediaType),
            Name = kind is BodyKind.Text or BodyKind.Stream ? "content" : "request",
            Type = type,
            Suffix = bodies.Count == 0 ? "" : alike.Length == 0 ? MediaTypeSuffix.Of(kind, mediaType) : "As" + MediaTypes.Name(mediaType),
            IsRequired = isRequired,
            Encodings = kind is BodyKind.Form or BodyKind.Multipart
                ? _encodings.Of(content.Value, isMultipart: kind == BodyKind.Multipart)
                : EquatableArray<FieldEncodingModel>.Empty,
        });
        if (kind == BodyKind.Multipart)
        {
            _encodings.ReportReserved(content.Value);
        }
    }

    /// <summary>
    /// Returns whether a body of DELETE is required but can be any JSON. A writer of documents adds such a body to each operation, and few
    /// servers expect one.
    /// </summary>
    private bool IsUndescribed(OpenApiRequestBody body, string method)
    {
        bool isUndescribed = method == "delete"
            && body.Content.Count > 0
            && body.Content.All(static content => MediaTypes.IsJson(content.Key)
                && (content.Value.Schema is not { } schema || SchemaFacts.IsEmpty(SchemaFacts.Follow(schema))));
        if (isUndescribed)
        {
            diagnostics.Add(Descriptors.KeywordIgnored, _locations.Of(body), "required", "a body of DELETE without a description is optional");
        }

        return isUndescribed;
    }

    /// <summary>Returns whether an object has the media type of a list of operations (RFC 6902), which no server reads from an object.</summary>
    private static bool IsObjectAsPatch(KeyValuePair<string, OpenApiMediaType> content) =>
        MediaTypes.IsJsonPatch(content.Key) && content.Value.Schema is { } schema && ObjectSchemas.AreObjects(schema);

    /// <summary>Returns whether a body is the XML or YAML of a value that can be sent as JSON.</summary>
    private bool IsOfJson(OpenApiRequestBody body, KeyValuePair<string, OpenApiMediaType> content) =>
        MediaTypes.IsXmlOrYaml(content.Key)
        && content.Value.Schema is { } schema
        && body.Content.Any(other => MediaTypes.IsValueInJson(other.Key) && other.Value.Schema is { } json && alike.AreSame(json, schema));

    /// <summary>Returns the media type under which a body is sent. A form with a file is sent in several parts.</summary>
    private string SentAs(OpenApiRequestBody body, string mediaType, BodyKind kind)
    {
        if (kind != BodyKind.Multipart || MediaTypes.BodyKindOf(mediaType) != BodyKind.Form)
        {
            return mediaType;
        }

        if (!body.Content.Keys.Any(static other => MediaTypes.AreAlike(other, MediaTypes.MultipartForm)))
        {
            const string Why = "it cannot contain a file, so the body is sent as multipart/form-data";
            diagnostics.Add(Descriptors.KeywordIgnored, _locations.Of(body), mediaType, Why);
        }

        return MediaTypes.MultipartForm;
    }

    /// <summary>Reports JSON that has another schema than the body that is kept. No method can be named after it.</summary>
    private void ReportOther(OpenApiRequestBody body, KeyValuePair<string, OpenApiMediaType> other, BodyModel kept, BodyKind kind)
    {
        bool isOther = kind == BodyKind.Json
            && other.Value.Schema is { } schema
            && body.Content.TryGetValue(kept.ContentType, out OpenApiMediaType? known) && known.Schema is { } json
            && !alike.AreSame(json, schema);
        if (isOther)
        {
            diagnostics.Add(
                Descriptors.ConstructNotSupported,
                _locations.Of(body),
                $"JSON with a schema that differs from that of {kept.ContentType}",
                other.Key);
        }
    }

    /// <summary>Returns how a body is sent. A string of any media type is text, as for a response, because frameworks read it as it is.</summary>
    private BodyKind KindOf(OpenApiRequestBody body, KeyValuePair<string, OpenApiMediaType> content) =>
        body.Content.Count == 1 && MediaTypes.IsRangeWithJson(content.Key) && IsAnyString(content.Value.Schema)
            ? BodyKind.Text
            : KindOf(content.Key, content.Value.Schema);

    private bool IsAnyString(JsonSchema? schema) => schema is not null
        && MeantSchemas.Meant(schema, document.Schemas) is { Type: JsonObjectType.String, Format: null or "" or ScalarTypes.OfPassword, Enumeration.Count: 0 };

    /// <summary>
    /// Returns how a body is sent. Binary content is a stream under any media type, and a form with files has several parts.
    /// </summary>
    private BodyKind KindOf(string mediaType, JsonSchema? schema)
    {
        BodyKind kind = MediaTypes.BodyKindOf(mediaType);
        return (kind is BodyKind.Json or BodyKind.Text || IsOtherMultipart(mediaType)) && FormFiles.IsBinary(schema) ? BodyKind.Stream
            : kind == BodyKind.Form && HasFiles(schema) ? BodyKind.Multipart
            : kind;
    }

    /// <summary>
    /// Returns whether a body has parts that are not the fields of a form. If it is a stream, the caller sets the boundary in the media
    /// type.
    /// </summary>
    private static bool IsOtherMultipart(string mediaType) =>
        MediaTypes.BodyKindOf(mediaType) == BodyKind.Multipart && !MediaTypes.AreAlike(mediaType, MediaTypes.MultipartForm);

    private bool HasFiles(JsonSchema? schema) => schema is not null && SchemaFacts.Follow(schema) is var actual
        && (FormFiles.Find(actual) is not null
            || FilesByName(actual)
            || schemas.Members.PropertiesOf(actual).Any(static property => FormFiles.Find(property) is not null));

    /// <summary>Returns whether a form has files under names that the document does not list.</summary>
    private static bool FilesByName(JsonSchema actual) => actual.AdditionalPropertiesSchema is { } value && FormFiles.IsBinary(value);

    private TypeRef TypeOf(BodyKind kind, OpenApiMediaType content, string hint, string part, string mediaType)
    {
        JsonSchema? schema = content.Schema;
        switch (kind)
        {
            case BodyKind.Text:
                return schemas.TextOf(schema, "the caller formats the value, which is sent as text");
            case BodyKind.Stream:
                return TypeRef.Stream;
            case BodyKind.Json:
                return schema is null ? PrimitiveTypes.Json : schemas.Resolve(schema, TypeKey.Part(hint, part + "Request"));
            default:
                JsonSchema actual = MeantSchemas.Innermost(schema ?? ImpliedSchemas.Any(), document.Schemas);
                PartTypes partTypes = kind == BodyKind.Multipart ? _encodings.PartTypes(content) : PartTypes.None;
                (JsonSchema, string) key = (schemas.StandIn(actual), partTypes.Key);
                if (!_forms.TryGetValue(key, out TypeRef? form))
                {
                    _forms[key] = form = Form(actual, hint, part + kind, mediaType, partTypes);
                }
                else
                {
                    schemas.AddPlace(actual, form, TypeKey.Part(schemas.OwnerKey(actual) ?? hint, part + kind));
                }

                schemas.NoteUse(schema ?? actual, form);
                return form;
        }
    }

    private TypeRef Form(JsonSchema actual, string hint, string part, string mediaType, PartTypes partTypes)
    {
        if (!schemas.Members.HasMembers(actual))
        {
            if (SchemaFacts.IsStructural(actual) && !ObjectSchemas.AreObjects(actual))
            {
                diagnostics.Add(Descriptors.FormNotObject, _locations.Of(actual), mediaType);
            }

            return TypeRef.Map(FilesByName(actual) || FormFiles.Find(actual) is not null ? TypeRef.File : ValueOf(actual, TypeKey.Part(hint, part + "Value")));
        }

        if (schemas.Members.NamesOf(actual) is null)
        {
            diagnostics.Add(
                Descriptors.ConstructNotSupported,
                _locations.Of(actual),
                "'additionalProperties' beside the properties of a form",
                "each field that the schema does not name");
        }

        // A component may also be sent as JSON, where binary means something else. The form is therefore a separate type.
        ObjectDraft draft = schemas.AddForm(actual, TypeKey.Part(schemas.OwnerKey(actual) ?? hint, part), partTypes);
        return TypeRef.Emitted(TypeShape.Object, draft.Key);
    }

    /// <summary>Returns the type of the fields of a form that does not name them: that of their schema if they are single values.</summary>
    private TypeRef ValueOf(JsonSchema actual, string hint) =>
        actual is { PatternProperties.Count: 0, AdditionalPropertiesSchema: { } value }
        && SchemaFacts.IsScalar(SchemaFacts.Follow(value).Type)
        && schemas.Resolve(value, hint) is { IsPlain: true } type ? type : PrimitiveTypes.Json;

    /// <summary>Returns the media type that is sent if the document gives a range.</summary>
    private static string ContentType(BodyKind kind, string mediaType) => mediaType.IndexOf('*') < 0 ? mediaType : kind switch
    {
        BodyKind.Json => MediaTypes.Json,
        BodyKind.Text => "text/plain",
        BodyKind.Multipart => MediaTypes.MultipartForm,
        _ => "application/octet-stream",
    };
}
