using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>Which of an operation's statuses are good news, and which are errors.</summary>
internal sealed class ResponseParser(SchemaParser schemas, SpecDocument document, string resultProperty, DiagnosticBag diagnostics)
{
    private readonly AnswerParser _answers = new(schemas, document, resultProperty, diagnostics);
    private readonly ErrorParser _errors = new(schemas);

    public ParsedResponses Parse(NamedOperation named, string hint)
    {
        (string Status, OpenApiResponse Response)[] responses = named.Operation.Responses
            .Select(static pair => (Status: Status(pair.Key), Response: pair.Value))
            .Where(pair => IsKnown(pair.Status, pair.Response))
            .OrderBy(static pair => Specificity(pair.Status))
            .ThenBy(static pair => pair.Status, StringComparer.Ordinal)
            .ToArray();
        (string Status, OpenApiResponse Response)[] successes = Successes(responses);
        List<Answer> answers = [];
        foreach ((string status, OpenApiResponse response) in successes)
        {
            string name = successes.Length == 1 || status is "200" ? "Response" : status + " Response";
            answers.AddRange(HasNoBody(named.Method, status) ? [Empty(status)] : _answers.Parse(status, response, hint, name));
        }

        if (answers.Count == 0)
        {
            answers.Add(Empty("2XX"));
        }

        // A default is what every other status looks like: where it is the only success, it is the body of an error all the same.
        IEnumerable<(string Status, OpenApiResponse Response)> failures = responses.Where(static pair => pair.Status[0] is '4' or '5' or 'd');
        return new ParsedResponses(answers, failures.SelectMany(failure => _errors.Parse(failure.Status, failure.Response, hint)).ToArray());
    }

    private static (string Status, OpenApiResponse Response)[] Successes((string Status, OpenApiResponse Response)[] responses)
    {
        // A redirection that is listed is what is asked for, and a default beside it what goes wrong. A default without
        // either describes every response, a success too; 304 only says that there is nothing new.
        Func<string, bool>[] kinds = [static status => status[0] == '2', IsRedirection, static status => status == "default", static status => status[0] == '3'];
        return kinds.Select(kind => responses.Where(pair => kind(pair.Status)).ToArray()).FirstOrDefault(static found => found.Length > 0) ?? [];
    }

    private static bool IsRedirection(string status) => status[0] == '3' && status != "304";

    /// <summary>
    /// HTTP allows no body here, whatever the document says: ASP.NET Core's documents state an action's media types for each
    /// of its statuses, 204 included. A response to HEAD has the headers of a body only.
    /// </summary>
    private static bool HasNoBody(string method, string status) => method == "head" || status[0] == '3' || status is "204" or "205";

    private static Answer Empty(string status) => new(status, AnswerKind.Empty, "", TypeRef.None);

    private static string Status(string key) => key.Length == 3 ? key.ToUpperInvariant() : key;

    private bool IsKnown(string status, OpenApiResponse response)
    {
        bool isKnown = status == "default"
            || (status.Length == 3 && status[0] is >= '1' and <= '5' && ((char.IsDigit(status[1]) && char.IsDigit(status[2])) || (status[1] == 'X' && status[2] == 'X')));
        if (!isKnown)
        {
            diagnostics.Add(Descriptors.PartInvalid, document.LocationOf(response), $"'{status}' is not a status code, a range such as 4XX, or default");
        }

        return isKnown;
    }

    private static int Specificity(string status) => status == "default" ? 2 : status[1] == 'X' ? 1 : 0;
}

/// <param name="Answers">The bodies of the good statuses, exact statuses first.</param>
internal sealed record ParsedResponses(IReadOnlyList<Answer> Answers, IReadOnlyList<ErrorModel> Errors);
