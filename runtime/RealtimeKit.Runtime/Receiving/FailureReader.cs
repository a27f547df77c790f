using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Authentication;
using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Errors;
using RealtimeKit.Runtime.Handlers;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Operations;
using RealtimeKit.Runtime.Redaction;
using RealtimeKit.Runtime.Retries;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>Tells what went wrong in an attempt, in the words of the public exceptions and without secrets.</summary>
internal sealed class FailureReader(CallPlan plan, RetryOptions retry)
{
    // An error's body is read for its message only; whatever is longer is cut.
    private const long MaximumErrorBody = 1024 * 1024;

    private string Call => $"{plan.Operation.Method} {plan.Operation.PathTemplate} ({plan.Operation.OperationId})";

    /// <summary>What an exception thrown below means, or null where it is not ours to translate.</summary>
    public AttemptFailure? FromException(Exception exception, Exchange exchange, CancellationToken caller)
    {
        if (IsTransport(exception))
        {
            ThrowIfEnded(exception, caller);
        }

        if (exchange.Deadline.HasPassed && IsTransport(exception))
        {
            return Timeout(exchange, exception);
        }

        return exception switch
        {
            // A borrowed HttpClient has a timeout of its own, which comes as a cancellation nobody asked for.
            OperationCanceledException { InnerException: TimeoutException } => Timeout(exchange, exception),
            OperationCanceledException => Connection(exchange, exception, isTransient: false),
            RepeatedSendException => Connection(exchange, exception, isTransient: false),
            HttpRequestException { InnerException: RepeatedSendException } => Connection(exchange, exception, isTransient: false),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => Connection(exchange, exception, isTransient: false),
            HttpRequestException or IOException or AuthenticationException => Connection(exchange, exception, isTransient: OfBody(exception) is null),
            ApiCredentialException credential => new AttemptFailure(Copy(credential)) { MayHaveBeenProcessed = false },
            _ => null,
        };
    }

    /// <summary>Tells a call that was ended on this side from one that failed: the caller cancelled it, or disposed the client.</summary>
    public void ThrowIfEnded(Exception exception, CancellationToken caller)
    {
        if (caller.IsCancellationRequested)
        {
            throw new OperationCanceledException("The call was cancelled.", exception, caller);
        }

        if (plan.Closing.IsCancellationRequested)
        {
            throw new ObjectDisposedException(CallPlan.DisposedObject, $"{Call} ended, since the client was disposed.");
        }
    }

    /// <summary>What an answer that is no success means; reads its body as far as it can be read.</summary>
    public async Task<AttemptFailure> FromStatusAsync(Exchange exchange)
    {
        HttpResponseMessage response = exchange.Response!;
        using ResponseBytes? body = await ReadBodyAsync(exchange, response).ConfigureAwait(false);
        ApiStatusException exception = Status(exchange, body?.Memory ?? default);
        TimeSpan? retryAfter = exception.RetryAfter;

        int status = (int)response.StatusCode;
        bool isRefused = status is 429 or 503 && retryAfter is not null;
        return new AttemptFailure(exception)
        {
            IsTransient = status is 408 or 425 or 429 || (status >= 500 && status is not (501 or 505)),
            MayHaveBeenProcessed = !isRefused,
            CanResend = exchange.CanSendAgain(plan.Body),
            RetryAfter = retryAfter,
            ServerDecides = ServerDecides(response),
            Refresh = status == 401 ? await exchange.RefreshCredentialsAsync().ConfigureAwait(false) : CredentialRefresh.None,
        };
    }

    /// <summary>The exception for a status and a body that have come.</summary>
    public ApiStatusException Status(Exchange exchange, ReadOnlyMemory<byte> body)
    {
        HttpResponseMessage response = exchange.Response!;
        MediaTypeHeaderValue? contentType = response.Content.Headers.ContentType;
        ReadOnlyMemory<byte> utf8 = Charset.ToUtf8(body, contentType);
        string snippet = Redactor.Snippet(utf8.Span, exchange.Secrets);
        ErrorTexts texts = ErrorBodyReader.Read(utf8, response.StatusCode, plan.Client.MaxJsonDepth).Redacted(exchange.Secrets);
        if (texts.IsEmpty && MediaType.IsPlainText(contentType?.MediaType))
        {
            texts = ErrorTexts.OfPlainText(snippet);
        }

        string? requestId = RequestIdOf(exchange);
        string message = $"{Call} answered {(int)response.StatusCode}{(Enum.IsDefined(response.StatusCode) ? $" {response.StatusCode}" : "")}"
            + (texts.Summary.Length > 0 ? $": {texts.Summary}" : ".")
            + (requestId is null ? "" : $" (request {requestId})");
        ApiStatusException exception = ApiStatusException.Create(response.StatusCode, texts.Errors, message, TypedBody(response, body));
        exception.OperationId = plan.Operation.OperationId;
        exception.RequestId = requestId;
        exception.Headers = response.Headers;
        exception.ContentType = Redactor.Text(contentType?.MediaType, exchange.Secrets);
        exception.BodySnippet = snippet;
        exception.RetryAfter = RetryAfter.Read(response.Headers, plan.Client.TimeProvider.GetUtcNow());
        return exception;
    }

    public ApiContentException Content(Exchange exchange, PayloadException exception, ReadOnlyMemory<byte> body)
    {
        HttpResponseMessage response = exchange.Response!;
        string? contentType = Redactor.Text(response.Content.Headers.ContentType?.MediaType, exchange.Secrets);
        return new ApiContentException(
            $"{Call} answered {(int)response.StatusCode}{(contentType is null ? "" : $" with {contentType}")}, but: {Redactor.Message(exception.Message, exchange.Secrets)}",
            response.StatusCode,
            Redactor.Inner(exception.InnerException, exchange.Secrets))
        {
            OperationId = plan.Operation.OperationId,
            RequestId = RequestIdOf(exchange),
            ContentType = contentType,
            JsonPath = Redactor.Text(exception.JsonPath, exchange.Secrets),
            BodySnippet = Redactor.Snippet(Charset.ToUtf8(body, response.Content.Headers.ContentType).Span, exchange.Secrets),
        };
    }

    /// <summary>What the platform's decompressors throw for bytes that are not compressed as the header says.</summary>
    public ApiContentException BrokenCompression(Exchange exchange, Exception exception)
        => Content(exchange, new PayloadException("The body's compression is broken.", innerException: exception), default);

    public ApiResponseTooLargeException TooLarge(Exchange exchange)
    {
        long limit = plan.MaxResponseContentLength;
        return new ApiResponseTooLargeException(
            limit,
            exchange.Response!.StatusCode,
            string.Create(CultureInfo.InvariantCulture, $"{Call} answered {(int)exchange.Response.StatusCode} with more than {limit} bytes."))
        {
            OperationId = plan.Operation.OperationId,
            RequestId = RequestIdOf(exchange),
        };
    }

    /// <summary>The failure of the caller's own stream, however the platform wraps it. It would be the same again.</summary>
    private static RequestBodyException? OfBody(Exception exception)
        => exception as RequestBodyException ?? exception.InnerException as RequestBodyException ?? exception.InnerException?.InnerException as RequestBodyException;

    private static string? RequestIdOf(Exchange exchange)
        => exchange.Response is { } response ? Redactor.Text(RequestId.Read(response.Headers), exchange.Secrets) : null;

    private static bool IsTransport(Exception exception)
        => exception is OperationCanceledException or HttpRequestException or IOException or AuthenticationException or ObjectDisposedException or ApiCredentialException;

    private AttemptFailure Timeout(Exchange exchange, Exception inner)
    {
        TimeSpan timeout = exchange.Deadline.Kind == ApiTimeoutKind.Total ? plan.TotalTimeout : plan.AttemptTimeout;
        // A deadline says nothing about what left before it. Only the connection's own failures do.
        bool mayHaveBeenSent = !exchange.HasSentNothing;
        var exception = new ApiTimeoutException(
            exchange.Deadline.HasPassed ? exchange.Deadline.Kind : ApiTimeoutKind.Attempt,
            timeout,
            mayHaveBeenSent,
            string.Create(CultureInfo.InvariantCulture, $"{Call} was not answered in full within {timeout.TotalSeconds} s."),
            Redactor.Inner(inner, exchange.Secrets))
        {
            OperationId = plan.Operation.OperationId,
            RequestId = RequestIdOf(exchange),
        };
        return new AttemptFailure(exception) { IsTransient = true, MayHaveBeenProcessed = mayHaveBeenSent, CanResend = exchange.CanSendAgain(plan.Body) };
    }

    private AttemptFailure Connection(Exchange exchange, Exception inner, bool isTransient)
    {
        HttpRequestError error = inner is HttpRequestException http ? http.HttpRequestError : HttpRequestError.Unknown;
        bool isBeforeSending = error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

        // The platform's word alone is not enough: a handler below may have followed a redirect before it failed.
        bool mayHaveBeenSent = !isBeforeSending || exchange.HasRedirected || exchange.HasStartedSending;
        var exception = new ApiConnectionException(
            $"{Call} failed: {OfBody(inner)?.Message ?? Describe(error, inner, exchange)}",
            mayHaveBeenSent,
            Redactor.Inner(inner, exchange.Secrets))
        {
            OperationId = plan.Operation.OperationId,
            RequestId = RequestIdOf(exchange),
        };
        return new AttemptFailure(exception)
        {
            IsTransient = isTransient,
            MayHaveBeenProcessed = mayHaveBeenSent,
            CanResend = exchange.CanSendAgain(plan.Body),
        };
    }

    private static string Describe(HttpRequestError error, Exception inner, Exchange exchange) => error switch
    {
        HttpRequestError.NameResolutionError => "the server's name is not known.",
        HttpRequestError.ConnectionError => "the server cannot be reached.",
        HttpRequestError.SecureConnectionError => "no secure connection could be made.",
        HttpRequestError.ProxyTunnelError => "the proxy made no connection.",
        HttpRequestError.ResponseEnded => "the connection ended before the answer was complete.",
        HttpRequestError.InvalidResponse => "the answer is not HTTP.",

        // The platform says which limit it is, and how high.
        HttpRequestError.ConfigurationLimitExceeded => $"the answer is beyond a limit of the handler: {Redactor.Message(inner.Message, exchange.Secrets)}",
        _ when exchange.Response is null => "the connection broke before an answer came.",
        _ => "the connection broke within the answer.",
    };

    private bool? ServerDecides(HttpResponseMessage response)
        => retry.OverrideHeader is { } name
            && response.Headers.NonValidated.TryGetValues(name, out var values)
            && bool.TryParse(values.ToString(), out bool decision)
                ? decision
                : null;

    /// <summary>
    /// The body as the document types it, or null: it often is something else, namely where something before the server
    /// answers. The status and the errors found are still worth reporting then.
    /// </summary>
    private object? TypedBody(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        MediaTypeHeaderValue? contentType = response.Content.Headers.ContentType;
        bool isStrict = plan.Client.StrictReading;
        if (body.IsEmpty || ApiErrorBody.Find(plan.Operation.Errors, (int)response.StatusCode, contentType?.MediaType, isStrict) is not { } typed)
        {
            return null;
        }

        try
        {
            return typed.Read(new ResponsePayload(body, contentType, plan.Client.MaxJsonDepth, isStrict));
        }
        catch (PayloadException)
        {
            return null;
        }
    }

    private static async Task<ResponseBytes?> ReadBodyAsync(Exchange exchange, HttpResponseMessage response)
    {
        try
        {
            Stream stream = await response.Content.ReadAsStreamAsync(exchange.Deadline.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                return await ResponseBytes.ReadStartAsync(stream, MaximumErrorBody, exchange.Deadline.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || exchange.Deadline.HasPassed || !exchange.Deadline.Token.IsCancellationRequested)
        {
            // The status is known and is the news; a body that cannot be read does not change it.
            return null;
        }
    }

    // The same exception object may be given to many calls that waited for one token; each gets its own.
    private ApiCredentialException Copy(ApiCredentialException exception)
        => new($"{Call} was not sent: {exception.Message}", exception.InnerException ?? exception) { OperationId = plan.Operation.OperationId };
}
