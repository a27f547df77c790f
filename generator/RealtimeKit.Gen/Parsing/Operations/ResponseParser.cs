using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>What an operation's answers mean: a result, a stream of items, typed errors.</summary>
internal sealed class ResponseParser(SchemaParser schemas, SpecDocument document, string resultProperty, DiagnosticBag diagnostics)
{
    public ParsedResponses Parse(NamedOperation named, string hint)
    {
        (string Status, OpenApiResponse Response)[] responses = named.Operation.Responses
            .Select(static pair => (Status: Status(pair.Key), Response: pair.Value))
            .Where(pair => IsKnown(named, pair.Status))
            .OrderBy(static pair => Specificity(pair.Status))
            .ThenBy(static pair => pair.Status, StringComparer.Ordinal)
            .ToArray();
        (string Status, OpenApiResponse Response)[] successes = responses.Where(static pair => pair.Status[0] == '2').ToArray();
        if (successes.Length == 0)
        {
            // Nothing but a default: it says what every answer looks like, a good one too.
            successes = responses.Where(static pair => pair.Status == "default").ToArray();
        }

        List<ResultCaseModel> cases = [];
        List<ResultCaseModel> items = [];
        foreach ((string status, OpenApiResponse response) in successes)
        {
            cases.AddRange(Cases(status, response, hint));
            items.AddRange(ItemCases(status, response, hint));
        }

        if (cases.Count == 0 && items.Count == 0)
        {
            cases.Add(new ResultCaseModel("2XX", ResultKind.Empty, PrimitiveTypes.None, "", ""));
        }

        List<ErrorModel> errors = [];
        foreach ((string status, OpenApiResponse response) in responses.Except(successes).Where(static pair => pair.Status[0] is '4' or '5' or 'd'))
        {
            if (response.Content.FirstOrDefault(static content => MediaTypes.IsJson(content.Key)).Value?.Schema is { } schema)
            {
                TypeRef type = schemas.Resolve(schema, Identifier.Within(hint, (status == "default" ? "" : status) + " Error")).AsRequired();
                errors.Add(new ErrorModel(status, type));
            }
        }

        return new ParsedResponses(cases, items, errors);
    }

    /// <summary>One answer as JSON, else as text, else unread; empty where it has no content.</summary>
    private IEnumerable<ResultCaseModel> Cases(string status, OpenApiResponse response, string hint)
    {
        KeyValuePair<string, OpenApiMediaType>[] content = response.Content.Where(static content => !MediaTypes.IsItemStream(content.Key)).ToArray();
        if (content.Length == 0)
        {
            if (response.Content.Count == 0)
            {
                yield return new ResultCaseModel(status, ResultKind.Empty, PrimitiveTypes.None, "", "");
            }

            yield break;
        }

        KeyValuePair<string, OpenApiMediaType> json = content.FirstOrDefault(static pair => MediaTypes.IsJson(pair.Key) && !IsBinary(pair.Value.Schema));
        if (json.Key is not null)
        {
            if (json.Value.Schema is null)
            {
                yield return new ResultCaseModel(status, ResultKind.Json, PrimitiveTypes.Json, "", "");
                yield break;
            }

            (TypeRef type, string envelope) = Unwrap(json.Value.Schema, hint);
            yield return new ResultCaseModel(status, ResultKind.Json, type, envelope, "");
        }
        else if (content.FirstOrDefault(static pair => MediaTypes.IsText(pair.Key) && !IsBinary(pair.Value.Schema)) is { Key: not null })
        {
            yield return new ResultCaseModel(status, ResultKind.Text, PrimitiveTypes.Text, "", "");
        }
        else
        {
            yield return new ResultCaseModel(status, ResultKind.Stream, PrimitiveTypes.Stream, "", "");
        }
    }

    private IEnumerable<ResultCaseModel> ItemCases(string status, OpenApiResponse response, string hint)
    {
        KeyValuePair<string, OpenApiMediaType> stream = response.Content.FirstOrDefault(static content => MediaTypes.IsItemStream(content.Key));
        if (stream.Key is not null)
        {
            TypeRef type = stream.Value.Schema is { } schema && SchemaFacts.Follow(schema).Type != JsonObjectType.String
                ? schemas.Resolve(schema, Identifier.Within(hint, "Item")).AsRequired()
                : PrimitiveTypes.Text;
            yield return new ResultCaseModel(status, ResultKind.Json, type, "", "");
        }
    }

    /// <summary>The result proper within its envelope, where the options name one and the answer is one.</summary>
    private (TypeRef Type, string Envelope) Unwrap(JsonSchema schema, string hint)
    {
        if (resultProperty.Length > 0 && SchemaFacts.IsObjectLike(schema) && schemas.TryUnwrap(schema, resultProperty, hint) is { } inner)
        {
            return (inner, resultProperty);
        }

        return (schemas.Resolve(schema, Identifier.Within(hint, "Response")), "");
    }

    private static bool IsBinary(JsonSchema? schema) => schema is not null && SchemaFacts.Follow(schema) is { Type: JsonObjectType.String, Format: "binary" };

    private static string Status(string key) => key.Length == 3 ? key.ToUpperInvariant() : key;

    private bool IsKnown(NamedOperation named, string status)
    {
        bool isKnown = status == "default"
            || (status.Length == 3 && status[0] is >= '1' and <= '5' && ((char.IsDigit(status[1]) && char.IsDigit(status[2])) || (status[1] == 'X' && status[2] == 'X')));
        if (!isKnown)
        {
            diagnostics.Add(Descriptors.DocumentInvalid, document.LocationOf(named.Operation), $"'{status}' is not a status code, a range such as 4XX, or default");
        }

        return isKnown;
    }

    private static int Specificity(string status) => status == "default" ? 2 : status[1] == 'X' ? 1 : 0;
}

/// <param name="Cases">Answers that come whole.</param>
/// <param name="Items">Answers that come item by item.</param>
internal sealed record ParsedResponses(IReadOnlyList<ResultCaseModel> Cases, IReadOnlyList<ResultCaseModel> Items, IReadOnlyList<ErrorModel> Errors);
