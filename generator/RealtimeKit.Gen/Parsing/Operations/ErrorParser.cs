using NSwag;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Schemas;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>The typed bodies of an error: one for each JSON body that says something else, else the text.</summary>
internal sealed class ErrorParser(SchemaParser schemas)
{
    public IReadOnlyList<ErrorModel> Parse(string status, OpenApiResponse response, string hint)
    {
        KeyValuePair<string, OpenApiMediaType>[] json = response.Content
            .Where(static content => MediaTypes.IsJson(content.Key) && content.Value.Schema is not null)
            .OrderBy(static content => MediaTypes.IsPlainJson(content.Key) ? 0 : 1)
            .ThenBy(static content => content.Key, StringComparer.Ordinal)
            .ToArray();
        List<ErrorModel> errors = [];
        foreach (KeyValuePair<string, OpenApiMediaType> content in json)
        {
            string name = (status == "default" ? "" : status) + " Error" + (errors.Count == 0 ? "" : " " + MediaTypes.Name(content.Key));
            TypeRef type = schemas.Resolve(content.Value.Schema, Identifier.Within(hint, name)).AsRequired();
            if (errors.All(error => error.Type != type))
            {
                errors.Add(new ErrorModel(status, type, MediaTypes.IsNamed(content.Key) ? content.Key : ""));
            }
        }

        if (errors.Count == 0)
        {
            return response.Content.Any(static content => MediaTypes.IsText(content.Key)) ? [new ErrorModel(status, PrimitiveTypes.Text, "") { IsText = true }] : [];
        }

        // Where there is but one, whatever JSON comes is it.
        return errors.Count == 1 ? [errors[0] with { MediaType = "" }] : errors;
    }
}
