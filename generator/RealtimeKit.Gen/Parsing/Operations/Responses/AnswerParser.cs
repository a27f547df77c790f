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
internal sealed class AnswerParser(SchemaParser schemas, AlikeSchemas alike, SpecLocations locations, string resultProperty, DiagnosticBag diagnostics)
{
    public IReadOnlyList<Answer> Parse(string status, OpenApiResponse response, string hint, string name)
    {
        if (response.Content.Count == 0)
        {
            return [new Answer(status, AnswerKind.Empty, "", TypeRef.None)];
        }

        List<Answer> answers = [.. JsonAnswers(status, response, hint, name)];
        JsonSchema? json = answers.Count == 0 ? null : response.Content[answers[0].MediaType].Schema;
        foreach (KeyValuePair<string, OpenApiMediaType> content in response.Content)
        {
            AnswerKind kind = KindOf(content);
            if (kind == AnswerKind.Items)
            {
                answers.Add(Items(status, content, hint));
            }
            else if (kind != AnswerKind.Json && answers.Count > 0 && IsSameValue(json, content))
            {
                if (!MediaTypes.IsJsonOrPlainText(content.Key) || !alike.AreSame(json!, content.Value.Schema!))
                {
                    diagnostics.Add(Descriptors.KeywordIgnored, locations.Of(response), content.Key, "the JSON answer says the same");
                }
            }
            else if (kind is AnswerKind.Text or AnswerKind.Stream)
            {
                answers.Add(new Answer(status, kind, content.Key, kind == AnswerKind.Text ? PrimitiveTypes.Text : TypeRef.Stream));
            }
        }

        return answers;
    }

    public static bool IsBinary(JsonSchema? schema) =>
        schema is not null && SchemaFacts.Follow(schema) is { Type: JsonObjectType.String, Format: "binary" };

    private static AnswerKind KindOf(KeyValuePair<string, OpenApiMediaType> content) =>
        MediaTypes.IsItemStream(content.Key) ? AnswerKind.Items
        : IsBinary(content.Value.Schema) ? AnswerKind.Stream
        : MediaTypes.IsJson(content.Key) ? AnswerKind.Json
        : MediaTypes.IsText(content.Key) ? AnswerKind.Text
        : AnswerKind.Stream;

    /// <summary>Returns the JSON bodies, plain JSON first. Another JSON body is included only if it has another type.</summary>
    private IReadOnlyList<Answer> JsonAnswers(string status, OpenApiResponse response, string hint, string name)
    {
        List<Answer> answers = [];
        IEnumerable<KeyValuePair<string, OpenApiMediaType>> bodies = response.Content.Where(static content => KindOf(content) == AnswerKind.Json);
        foreach (KeyValuePair<string, OpenApiMediaType> content in MediaTypes.InOrder(bodies, static content => content.Key))
        {
            if (answers.Count > 0 && !MediaTypes.IsNamed(content.Key))
            {
                if (content.Value.Schema is { } other && response.Content[answers[0].MediaType].Schema is { } json && !alike.AreSame(json, other))
                {
                    diagnostics.Add(
                        Descriptors.ConstructNotSupported,
                        locations.Of(response),
                        $"JSON of another schema than that of {answers[0].MediaType}",
                        content.Key);
                }

                continue;
            }

            string owner = answers.Count == 0 ? name : name + " " + MediaTypes.Name(content.Key);
            (TypeRef type, string envelope) = content.Value.Schema is { } schema ? Unwrap(schema, hint, owner) : (PrimitiveTypes.Json, "");
            if (answers.All(answer => answer.Type != type))
            {
                answers.Add(new Answer(status, AnswerKind.Json, content.Key, type, envelope));
            }
        }

        return answers;
    }

    private Answer Items(string status, KeyValuePair<string, OpenApiMediaType> content, string hint)
    {
        JsonSchema? schema = content.Value.Schema;

        // The schema may describe the list of all items.
        if (schema is not null && SchemaFacts.Follow(schema) is { Type: JsonObjectType.Array, Item: { } item })
        {
            schema = item;
        }

        // Text in the data of an event or in lines has no quotes.
        TypeRef type = schema is null ? PrimitiveTypes.Text : schemas.Resolve(schema, Identifier.Within(hint, "Item"));
        type = type.Kind == PrimitiveKind.String ? PrimitiveTypes.Text : type;
        return new Answer(status, AnswerKind.Items, content.Key, type);
    }

    /// <summary>Returns the type of the result within its envelope, if the options name an envelope and the response has it.</summary>
    private (TypeRef Type, string Envelope) Unwrap(JsonSchema schema, string hint, string name)
    {
        if (resultProperty.Length > 0 && SchemaFacts.IsObjectLike(schema) && schemas.TryUnwrap(schema, resultProperty, hint) is { } inner)
        {
            return (inner, resultProperty);
        }

        return (schemas.Resolve(schema, Identifier.Within(hint, name)), "");
    }

    private static bool IsSameValue(JsonSchema? json, KeyValuePair<string, OpenApiMediaType> other) =>
        json is not null && other.Value.Schema is { } schema && !IsBinary(schema) && !MediaTypes.IsRendering(other.Key)
        && SchemaFacts.Follow(json).Type == SchemaFacts.Follow(schema).Type;
}
