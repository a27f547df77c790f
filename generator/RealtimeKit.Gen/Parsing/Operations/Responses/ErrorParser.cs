using NSwag;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Operations.Responses;

/// <summary>Decides the typed bodies of an error: one for each JSON body of a distinct type, else text.</summary>
internal sealed class ErrorParser(SchemaParser schemas)
{
    public IReadOnlyList<ErrorModel> Parse(string status, OpenApiResponse response, string hint)
    {
        IEnumerable<KeyValuePair<string, OpenApiMediaType>> json = response.Content
            .Where(static content => MediaTypes.IsJson(content.Key) && content.Value.Schema is not null);
        List<ErrorModel> errors = [];
        foreach (KeyValuePair<string, OpenApiMediaType> content in MediaTypes.InOrder(json, static content => content.Key))
        {
            string name = NameOf(status) + " Error" + (errors.Count == 0 ? "" : " " + MediaTypes.Name(content.Key));
            TypeRef type = schemas.Resolve(content.Value.Schema, TypeKey.Part(hint, name)).AsRequired();
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
        return errors.Count == 1 ? [errors[0] with { MediaType = "" }] : errors;
    }

    /// <summary>Returns how the type of an error begins. A range of statuses has the name of its class in the HTTP standard.</summary>
    private static string NameOf(string status) => status switch
    {
        Statuses.Default => "",
        "4XX" or "4xx" => "Client",
        "5XX" or "5xx" => "Server",
        _ => status,
    };
}
