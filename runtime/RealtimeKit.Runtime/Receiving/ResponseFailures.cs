using System.Globalization;
using System.Net.Http.Headers;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Errors;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Operations;
using RealtimeKit.Runtime.Redaction;
using RealtimeKit.Runtime.Retries;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>Creates the public exceptions for a response that was received. They contain no secrets.</summary>
internal static class ResponseFailures
{
    /// <summary>Creates the exception for an error status.</summary>
    public static ApiStatusException Status(Exchange exchange, ReadOnlyMemory<byte> body)
    {
        CallPlan plan = exchange.Plan;
        IReadOnlyList<string> secrets = exchange.Secrets;
        HttpResponseMessage response = exchange.Response!;
        MediaTypeHeaderValue? contentType = response.Content.Headers.ContentType;
        ReadOnlyMemory<byte> utf8 = Charset.ToUtf8(body, contentType);
        ApiErrorBody? described = body.IsEmpty ? null
            : ApiErrorBody.Find(plan.Operation.Errors, (int)response.StatusCode, contentType?.MediaType, plan.Client.StrictReading);

        // What is secret does not depend on how strictly a body is read.
        ApiErrorBody? likely = described ?? ApiErrorBody.Find(plan.Operation.Errors, (int)response.StatusCode, contentType?.MediaType, isStrict: false);
        SecretMembers members = new(likely?.SecretNames ?? [], plan.Client.MaxJsonDepth);
        ReadOnlyMemory<byte> shown = members.Replace(utf8, "null"u8) ?? default;
        bool isSecret = likely is { IsSecret: true } || (shown.IsEmpty && !utf8.IsEmpty);
        string snippet = isSecret ? Redactor.Hidden : Snippet(utf8, members, secrets);
        ErrorTexts texts = isSecret ? ErrorTexts.None
            : ErrorBodyReader.Read(shown, response.StatusCode, plan.Client.MaxJsonDepth).Redacted(secrets);
        if (texts.IsEmpty && !isSecret && MediaType.IsPlainText(contentType?.MediaType))
        {
            texts = ErrorTexts.OfPlainText(snippet);
        }

        string? requestId = RequestIdOf(exchange);
        string message = $"{plan.Name} returned {(int)response.StatusCode}{(Enum.IsDefined(response.StatusCode) ? $" {response.StatusCode}" : "")}"
            + (texts.Summary.Length > 0 ? $": {texts.Summary}" : ".")
            + (requestId is null ? "" : $" (request {requestId})");
        ApiStatusException exception = ApiStatusException.Create(response.StatusCode, texts.Errors, message, TypedBody(described, plan, response, body));
        exception.OperationId = plan.Operation.OperationId;
        exception.RequestId = requestId;
        exception.Headers = response.Headers;
        exception.ContentType = Redactor.Text(contentType?.MediaType, secrets);
        exception.BodySnippet = snippet;
        exception.RetryAfter = RetryAfter.Read(response.Headers, plan.Client.TimeProvider.GetUtcNow());
        return exception;
    }

    /// <summary>Creates the exception for a body that differs from the API description.</summary>
    public static ApiContentException Content(Exchange exchange, PayloadException exception, ReadOnlyMemory<byte> body)
    {
        CallPlan plan = exchange.Plan;
        IReadOnlyList<string> secrets = exchange.Secrets;
        HttpResponseMessage response = exchange.Response!;
        string? contentType = Redactor.Text(response.Content.Headers.ContentType?.MediaType, secrets);
        string received = $"{plan.Name} returned {(int)response.StatusCode}{(contentType is null ? "" : $" with {contentType}")}";
        return new ApiContentException(
            $"{received}, but: {Redactor.Message(exception.Message, secrets)}",
            response.StatusCode,
            Redactor.Inner(exception.InnerException, secrets))
        {
            OperationId = plan.Operation.OperationId,
            Attempts = exchange.Attempt,
            RequestId = RequestIdOf(exchange),
            ContentType = contentType,
            JsonPath = Redactor.Text(exception.JsonPath, secrets),
            BodySnippet = Snippet(
                Charset.ToUtf8(body, response.Content.Headers.ContentType),
                new SecretMembers(plan.Operation.SecretNames, plan.Client.MaxJsonDepth),
                secrets),
        };
    }

    /// <summary>Creates the exception for a body that cannot be decompressed as the header says.</summary>
    public static ApiContentException BrokenCompression(Exchange exchange, Exception exception)
        => Content(exchange, new PayloadException("The body is not compressed as its header says.", innerException: exception), default);

    /// <summary>Creates the exception for a body that is larger than the limit.</summary>
    public static ApiResponseTooLargeException TooLarge(Exchange exchange)
    {
        CallPlan plan = exchange.Plan;
        long limit = plan.MaxResponseContentLength;
        return new ApiResponseTooLargeException(
            limit,
            exchange.Response!.StatusCode,
            string.Create(CultureInfo.InvariantCulture, $"{plan.Name} returned {(int)exchange.Response.StatusCode} with more than {limit} bytes."))
        {
            OperationId = plan.Operation.OperationId,
            Attempts = exchange.Attempt,
            RequestId = RequestIdOf(exchange),
        };
    }

    /// <summary>Returns the server's id of the request without secrets, or null if there is none.</summary>
    public static string? RequestIdOf(Exchange exchange)
        => exchange.Response is { } response ? Redactor.Text(RequestId.Read(response.Headers), exchange.Secrets) : null;

    /// <summary>Returns the beginning of a body without secrets, or nothing of it if the secret members cannot be found.</summary>
    private static string Snippet(ReadOnlyMemory<byte> utf8, SecretMembers members, IReadOnlyList<string> secrets)
        => members.Replace(utf8, "\"***\""u8) is { } shown ? Redactor.Snippet(shown.Span, secrets) : Redactor.Hidden;

    /// <summary>
    /// Reads the body as the type that the API description gives it, or returns null if it is something else. An error
    /// often comes from a proxy in front of the server; its status and its errors are still worth reporting.
    /// </summary>
    private static object? TypedBody(ApiErrorBody? described, CallPlan plan, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        try
        {
            return described?.Read(new ResponsePayload(body, response.Content.Headers.ContentType, plan.Client.MaxJsonDepth, plan.Client.StrictReading));
        }
        catch (PayloadException)
        {
            return null;
        }
    }
}
