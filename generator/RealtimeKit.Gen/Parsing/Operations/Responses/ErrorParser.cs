using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Responses;

/// <summary>Decides the typed bodies of an error: one for each JSON body of a distinct type, and text.</summary>
internal sealed class ErrorParser(SchemaParser schemas, SchemaIndex index)
{
    public IReadOnlyList<ErrorModel> Parse(string status, OpenApiResponse response, string hint)
    {
        KeyValuePair<string, OpenApiMediaType>[] all = response.Content.Where(static content => MediaTypes.IsJson(content.Key)).ToArray();
        KeyValuePair<string, OpenApiMediaType>[] described = Array.FindAll(all, static content => content.Value.Schema is not null);
        IEnumerable<KeyValuePair<string, OpenApiMediaType>> json = described.Length > 0 ? described : all;
        List<ErrorModel> errors = [];
        foreach (KeyValuePair<string, OpenApiMediaType> content in MediaTypes.InOrder(json, static content => content.Key))
        {
            string name = NameOf(status) + " Error" + (errors.Count == 0 ? "" : " " + MediaTypes.Name(content.Key));
            TypeRef type = content.Value.Schema is { } schema ? schemas.Resolve(schema, TypeKey.Part(hint, name)).AsRequired() : PrimitiveTypes.Json;
            if (errors.All(error => error.Type != type))
            {
                bool isHidden = Secrets.IsHidden(type.Element ?? type);
                errors.Add(new ErrorModel(status, type, MediaTypes.IsNamed(content.Key) ? content.Key : "") { IsSecret = isHidden });
            }
        }

        if (errors.Count == 0)
        {
            KeyValuePair<string, OpenApiMediaType>[] texts = response.Content.Where(static content => MediaTypes.IsText(content.Key)).ToArray();
            bool isSecret = Array.Exists(texts, content => Secrets.IsHidden(schemas.TextOf(content.Value.Schema)));
            return texts.Length > 0 ? [new ErrorModel(status, PrimitiveTypes.Text, "") { IsText = true, IsSecret = isSecret }] : [];
        }

        // If there is only one, it is read from any JSON media type.
        errors = errors.Count == 1 ? [errors[0] with { MediaType = "" }] : errors;
        errors.AddRange(response.Content.Where(IsOtherText).Select(content => new ErrorModel(status, PrimitiveTypes.Text, content.Key)
        {
            IsText = true,
            IsSecret = Secrets.IsHidden(schemas.TextOf(content.Value.Schema)),
        }));
        return errors;
    }

    /// <summary>Returns whether a text beside JSON is a body of its own, and not the JSON in another format or with another media type.</summary>
    private bool IsOtherText(KeyValuePair<string, OpenApiMediaType> content) =>
        MediaTypes.IsText(content.Key)
        && !MediaTypes.IsJson(content.Key)
        && (content.Value.Schema is not { } schema || MeantSchemas.Innermost(schema, index).Type == JsonObjectType.String);

    /// <summary>Returns how the type of an error begins. A range of statuses has the name of its class in the HTTP standard.</summary>
    private static string NameOf(string status) => status switch
    {
        Statuses.Default => "",
        "4XX" or "4xx" => "Client",
        "5XX" or "5xx" => "Server",
        _ => status,
    };
}
