using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Bodies;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Responses;

/// <summary>
/// Finds the bodies that one status can have. A body that repeats the JSON in another format, such as XML or a protocol buffer,
/// is not a body of its own.
/// </summary>
internal sealed class ResponseBodyParser(SchemaParser schemas, AlikeSchemas alike, SpecDocument document, string resultProperty, DiagnosticBag diagnostics)
{
    private readonly SchemaTokens _tokens = new(document.Schemas, byKeywords: true);

    /// <param name="isWatch">Whether the JSON is a sequence of values, whatever its schema.</param>
    public IReadOnlyList<ResponseBody> Parse(string status, OpenApiResponse response, string hint, string name, bool isWatch)
    {
        if (response.Content.Count == 0 || response.Content.All(IsOfNothing))
        {
            return [new ResponseBody(status, ResponseBodyKind.Empty, "", TypeRef.None)];
        }

        KeyValuePair<string, OpenApiMediaType>? found = isWatch ? WatchStream.Find(response) : GatewayStream.Find(response, document.Schemas);
        List<ResponseBody> bodies = found is { } sequence ? [Items(status, sequence, hint)] : [.. JsonBodies(status, response, hint, name)];
        JsonSchema? json = bodies.Count == 0 ? null : response.Content[bodies[0].MediaType].Schema;
        foreach (KeyValuePair<string, OpenApiMediaType> content in response.Content)
        {
            ResponseBodyKind kind = KindOf(content);
            if (kind == ResponseBodyKind.Items)
            {
                bodies.Add(Items(status, content, hint));
            }
            else if (found is null && WatchStream.IsNamed(content.Key) && (kind == ResponseBodyKind.Json || IsSameValue(json, content)))
            {
                diagnostics.Add(
                    Descriptors.KeywordIgnored,
                    document.Locations.Of(response),
                    content.Key,
                    "the method reads one value, not a sequence of values that the server sends as they change");
            }
            else if (kind != ResponseBodyKind.Json && bodies.Count > 0 && IsSameValue(json, content))
            {
                if (!MediaTypes.IsJsonOrPlainText(content.Key) || !alike.AreSame(json!, content.Value.Schema!))
                {
                    diagnostics.Add(Descriptors.KeywordIgnored, document.Locations.Of(response), content.Key, "the JSON response contains the same data");
                }
            }
            else if (kind is ResponseBodyKind.Text or ResponseBodyKind.Stream)
            {
                bodies.Add(new ResponseBody(status, kind, content.Key, kind == ResponseBodyKind.Text ? TextOf(content.Value) : TypeRef.Stream));
            }
        }

        return WithoutTextOfFile(bodies, response);
    }

    private TypeRef TextOf(OpenApiMediaType content) => schemas.TextOf(content.Schema, "the response is returned as text");

    private bool IsBinary(JsonSchema? schema) =>
        schema is not null && MeantSchemas.Innermost(schema, document.Schemas) is { Type: JsonObjectType.String, Format: "binary" };

    /// <summary>Returns the bodies without a JSON string beside a file, which no caller of the operation wants instead of the file.</summary>
    private List<ResponseBody> WithoutTextOfFile(List<ResponseBody> bodies, OpenApiResponse response)
    {
        bool hasFile = bodies.Exists(body => body.Kind == ResponseBodyKind.Stream && IsBinary(response.Content[body.MediaType].Schema));
        if (!hasFile || bodies.Find(static body => body.Kind == ResponseBodyKind.Json) is not { Type.Kind: PrimitiveKind.String } json)
        {
            return bodies;
        }

        diagnostics.Add(Descriptors.KeywordIgnored, document.Locations.Of(response), json.MediaType, "the same status has a file");
        return bodies.FindAll(static body => body.Kind != ResponseBodyKind.Json);
    }

    /// <summary>Returns whether the content is a JSON object without members, which says no more than the status.</summary>
    private static bool IsOfNothing(KeyValuePair<string, OpenApiMediaType> content) =>
        MediaTypes.IsJson(content.Key) && content.Value.Schema is { } schema && SchemaFacts.IsNothing(schema);

    private ResponseBodyKind KindOf(KeyValuePair<string, OpenApiMediaType> content) =>
        MediaTypes.IsItemStream(content.Key) ? ResponseBodyKind.Items
        : IsBinary(content.Value.Schema) ? ResponseBodyKind.Stream
        : MediaTypes.IsJson(content.Key) ? ResponseBodyKind.Json
        : MediaTypes.IsText(content.Key) ? ResponseBodyKind.Text
        : ResponseBodyKind.Stream;

    /// <summary>Returns the JSON bodies, plain JSON first. Another JSON body is included only if it has another type.</summary>
    private IReadOnlyList<ResponseBody> JsonBodies(string status, OpenApiResponse response, string hint, string name)
    {
        List<ResponseBody> bodies = [];
        IEnumerable<KeyValuePair<string, OpenApiMediaType>> contents = response.Content.Where(content => KindOf(content) == ResponseBodyKind.Json);
        foreach (KeyValuePair<string, OpenApiMediaType> content in MediaTypes.InOrder(contents, static content => content.Key))
        {
            if (bodies.Count > 0 && !MediaTypes.IsNamed(content.Key))
            {
                if (content.Value.Schema is { } other && response.Content[bodies[0].MediaType].Schema is { } json && !alike.AreSame(json, other))
                {
                    diagnostics.Add(
                        Descriptors.ConstructNotSupported,
                        document.Locations.Of(response),
                        $"JSON with a schema that differs from that of {bodies[0].MediaType}",
                        content.Key);
                }

                continue;
            }

            string owner = bodies.Count == 0 ? name : name + " " + MediaTypes.Name(content.Key);
            (TypeRef type, string envelope) = content.Value.Schema is { } schema ? Unwrap(schema, hint, owner) : (PrimitiveTypes.Json, "");
            if (bodies.All(body => body.Type != type))
            {
                bodies.Add(new ResponseBody(status, ResponseBodyKind.Json, content.Key, type, envelope));
            }
        }

        return bodies;
    }

    private ResponseBody Items(string status, KeyValuePair<string, OpenApiMediaType> content, string hint)
    {
        JsonSchema? schema = content.Value.Schema;

        // The schema may describe the list of all items.
        bool describesItems = content.Value is ItemsMediaType;
        if (schema is not null && MeantSchemas.Innermost(schema, document.Schemas) is { Type: JsonObjectType.Array, Item: { } item })
        {
            schema = item;
            describesItems = true;
        }

        // Text in the data of an event has no quotes, and neither have the lines of a body that is described as text. An item is JSON.
        TypeRef type = schema is null ? PrimitiveTypes.Text : schemas.Resolve(schema, TypeKey.Part(hint, "Item"));
        bool isText = type.Kind is PrimitiveKind.String or PrimitiveKind.Sensitive
            && (!describesItems || MediaTypes.AreAlike(content.Key, MediaTypes.EventStream));
        return new ResponseBody(status, ResponseBodyKind.Items, content.Key, isText ? Plain(type) : type) { HasPlainItems = isText };
    }

    private static TypeRef Plain(TypeRef text) => Secrets.IsHidden(text) ? PrimitiveTypes.Sensitive : PrimitiveTypes.Text;

    /// <summary>Returns the type of the result within its envelope, if the options name an envelope and the response has it.</summary>
    private (TypeRef Type, string Envelope) Unwrap(JsonSchema schema, string hint, string name)
    {
        if (resultProperty.Length > 0 && ObjectSchemas.AreObjects(schema) && schemas.TryUnwrap(schema, resultProperty, hint) is { } inner)
        {
            return (inner, resultProperty);
        }

        return (schemas.Resolve(schema, TypeKey.Part(hint, name)), "");
    }

    /// <summary>Returns whether another content is the JSON in another format: both schemas are of objects, or of text.</summary>
    private bool IsSameValue(JsonSchema? json, KeyValuePair<string, OpenApiMediaType> other) =>
        json is not null && other.Value.Schema is { } schema && !IsBinary(schema) && !MediaTypes.IsRendering(other.Key)
        && _tokens.Of(json) == _tokens.Of(schema);
}
