using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Operations.Bodies;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Responses;

/// <summary>Decides which statuses of an operation are successes and which are errors.</summary>
internal sealed class ResponseParser(SchemaParser schemas, AlikeSchemas alike, SpecDocument document, string resultProperty, DiagnosticBag diagnostics)
{
    private readonly ResponseBodyParser _bodies = new(schemas, alike, document, resultProperty, diagnostics);
    private readonly ErrorParser _errors = new(schemas, document.Schemas);

    public ParsedResponses Parse(NamedOperation named, string hint)
    {
        (string Status, OpenApiResponse Response)[] responses = named.Operation.Responses
            .Select(static pair => (Status: Statuses.Normalize(pair.Key), Response: pair.Value))
            .Where(pair => IsKnown(pair.Status, pair.Response))
            .OrderBy(static pair => Statuses.Rank(pair.Status))
            .ThenBy(static pair => pair.Status, StringComparer.Ordinal)
            .ToArray();
        (string Status, OpenApiResponse Response)[] successes = Successes(responses);
        bool isWatch = WatchStream.IsResultOf(named.Operation);
        List<ResponseBody> bodies = [];
        foreach ((string status, OpenApiResponse response) in successes)
        {
            string name = successes.Length == 1 || status is "200" ? "Response" : status + " Response";
            bodies.AddRange(Statuses.HasNoBody(named.Method, status) ? [Empty(status)] : _bodies.Parse(status, response, hint, name, isWatch));
        }

        if (bodies.Count == 0)
        {
            bodies.Add(Empty(Statuses.Success));
        }

        // A default describes all other statuses. Even if it is the only success, it also describes the body of an error.
        IEnumerable<(string Status, OpenApiResponse Response)> failures = responses.Where(static pair => Statuses.IsError(pair.Status));
        return new ParsedResponses(bodies, failures.SelectMany(failure => _errors.Parse(failure.Status, failure.Response, hint)).ToArray());
    }

    private static (string Status, OpenApiResponse Response)[] Successes((string Status, OpenApiResponse Response)[] responses)
    {
        // A redirection that is listed is the expected result, and a default beside it is an error. A default without either
        // describes every response, including success. 304 only says that nothing has changed.
        Func<string, bool>[] kinds = [Statuses.IsSuccess, Statuses.IsRedirection, static status => status == Statuses.Default, Statuses.IsOfRedirection];
        return kinds.Select(kind => responses.Where(pair => kind(pair.Status)).ToArray()).FirstOrDefault(static found => found.Length > 0) ?? [];
    }

    private static ResponseBody Empty(string status) => new(status, ResponseBodyKind.Empty, "", TypeRef.None);

    private bool IsKnown(string status, OpenApiResponse response)
    {
        bool isKnown = Statuses.IsKnown(status);
        if (!isKnown)
        {
            diagnostics.Add(Descriptors.PartInvalid, document.Locations.Of(response), $"'{status}' is not a status code, a range such as 4XX, or default");
        }

        return isKnown;
    }
}

/// <param name="Bodies">The bodies of the successful statuses, exact statuses first.</param>
internal sealed record ParsedResponses(IReadOnlyList<ResponseBody> Bodies, IReadOnlyList<ErrorModel> Errors);
