using System.Globalization;
using System.Net;
using System.Security.Authentication;
using RealtimeKit.Runtime.Errors;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Http;

/// <summary>Tells what went wrong in an attempt, in the words of the public exceptions and without secrets.</summary>
internal sealed class FailureReader(CallPlan plan, RetryOptions retry)
{
    // An error's body is read for its message only; whatever is longer is cut.
    private const long MaximumErrorBody = 1024 * 1024;

    private string Call => $"{plan.Operation.Method} {plan.Operation.PathTemplate} ({plan.Operation.OperationId})";

    /// <summary>What an exception thrown below means, or null where it is not ours to translate.</summary>
    public AttemptFailure? FromException(Exception exception, Exchange exchange, CancellationToken caller)
    {
        if (caller.IsCancellationRequested && IsTransport(exception))
        {
            throw new OperationCanceledException("The call was cancelled.", exception, caller);
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
            HttpRequestException or IOException or AuthenticationException => Connection(exchange, exception, isTransient: OfBody(exception) is null),
            ApiCredentialException credential => new AttemptFailure(Copy(credential)) { MayHaveBeenProcessed = false },
            _ => null,
        };
    }

    /// <summary>What an answer that is no success means; reads its body as far as it can be read.</summary>
    public async Task<AttemptFailure> FromStatusAsync(Exchange exchange)
    {
        HttpResponseMessage response = exchange.Response!;
        using ResponseBytes? body = await ReadBodyAsync(exchange, response).ConfigureAwait(false);
        ReadOnlyMemory<byte> bytes = body?.Memory ?? default;
        TimeSpan? retryAfter = RetryAfter.Read(response.Headers, plan.Client.TimeProvider.GetUtcNow());
        ApiError[] errors = ErrorBodyReader.Read(bytes, plan.Client.MaxJsonDepth)
            .Select(error => new ApiError(error.Code is null ? null : Redactor.Message(error.Code, exchange.Secrets), Redactor.Message(error.Message, exchange.Secrets)))
            .ToArray();
        ApiStatusException exception = Create(exchange, response, bytes, errors);
        exception.OperationId = plan.Operation.OperationId;
        exception.RequestId = RequestId.Read(response.Headers);
        exception.Headers = response.Headers;
        exception.ContentType = response.Content.Headers.ContentType?.MediaType;
        exception.BodySnippet = Redactor.Snippet(bytes.Span, exchange.Secrets);
        exception.RetryAfter = retryAfter;

        int status = (int)response.StatusCode;
        bool isRefused = status is 429 or 503 && retryAfter is not null;
        return new AttemptFailure(exception)
        {
            IsTransient = status is 408 or 425 or 429 || (status >= 500 && status is not (501 or 505)),
            MayHaveBeenProcessed = !isRefused,
            CanResend = CanResend(exchange),
            RetryAfter = retryAfter,
            ServerDecides = ServerDecides(response),
            Refresh = status == 401 ? await exchange.RefreshCredentialsAsync().ConfigureAwait(false) : CredentialRefresh.None,
        };
    }

    public ApiContentException Content(Exchange exchange, PayloadException exception, ReadOnlySpan<byte> body)
    {
        HttpResponseMessage response = exchange.Response!;
        string? contentType = response.Content.Headers.ContentType?.MediaType;
        return new ApiContentException(
            $"{Call} answered {(int)response.StatusCode}{(contentType is null ? "" : $" with {contentType}")}, but: {exception.Message}",
            response.StatusCode,
            exception.InnerException)
        {
            OperationId = plan.Operation.OperationId,
            RequestId = RequestId.Read(response.Headers),
            ContentType = contentType,
            JsonPath = exception.JsonPath,
            BodySnippet = Redactor.Snippet(body, exchange.Secrets),
        };
    }

    public ApiResponseTooLargeException TooLarge(Exchange exchange)
    {
        long limit = plan.MaxResponseContentLength;
        return new ApiResponseTooLargeException(
            limit,
            exchange.Response!.StatusCode,
            string.Create(CultureInfo.InvariantCulture, $"{Call} answered {(int)exchange.Response.StatusCode} with more than {limit} bytes."))
        {
            OperationId = plan.Operation.OperationId,
            RequestId = RequestId.Read(exchange.Response.Headers),
        };
    }

    /// <summary>The failure of the caller's own stream, however the platform wraps it. It would be the same again.</summary>
    private static RequestBodyException? OfBody(Exception exception)
        => exception as RequestBodyException ?? exception.InnerException as RequestBodyException ?? exception.InnerException?.InnerException as RequestBodyException;

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
            inner)
        {
            OperationId = plan.Operation.OperationId,
            RequestId = exchange.Response is { } response ? RequestId.Read(response.Headers) : null,
        };
        return new AttemptFailure(exception) { IsTransient = true, MayHaveBeenProcessed = mayHaveBeenSent, CanResend = CanResend(exchange) };
    }

    private AttemptFailure Connection(Exchange exchange, Exception inner, bool isTransient)
    {
        HttpRequestError error = inner is HttpRequestException http ? http.HttpRequestError : HttpRequestError.Unknown;
        bool isBeforeSending = error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

        // The platform's word alone is not enough: a handler below may have followed a redirect before it failed.
        bool mayHaveBeenSent = !isBeforeSending || exchange.HasRedirected || exchange.HasStartedSending;
        var exception = new ApiConnectionException(
            $"{Call} failed: {OfBody(inner)?.Message ?? Describe(error, exchange)}",
            mayHaveBeenSent,
            inner)
        {
            OperationId = plan.Operation.OperationId,
            RequestId = exchange.Response is { } response ? RequestId.Read(response.Headers) : null,
        };
        return new AttemptFailure(exception)
        {
            IsTransient = isTransient,
            MayHaveBeenProcessed = mayHaveBeenSent,
            CanResend = CanResend(exchange),
        };
    }

    private static string Describe(HttpRequestError error, Exchange exchange) => error switch
    {
        HttpRequestError.NameResolutionError => "the server's name is not known.",
        HttpRequestError.ConnectionError => "the server cannot be reached.",
        HttpRequestError.SecureConnectionError => "no secure connection could be made.",
        HttpRequestError.ProxyTunnelError => "the proxy made no connection.",
        HttpRequestError.ResponseEnded => "the connection ended before the answer was complete.",
        HttpRequestError.InvalidResponse => "the answer is not HTTP.",
        _ when exchange.Response is null => "the connection broke before an answer came.",
        _ => "the connection broke within the answer.",
    };

    private bool CanResend(Exchange exchange) => exchange.CanSendAgain(plan.Body);

    private bool? ServerDecides(HttpResponseMessage response)
        => retry.OverrideHeader is { } name
            && response.Headers.NonValidated.TryGetValues(name, out var values)
            && bool.TryParse(values.ToString(), out bool decision)
                ? decision
                : null;

    private ApiStatusException Create(Exchange exchange, HttpResponseMessage response, ReadOnlyMemory<byte> bytes, IReadOnlyList<ApiError> errors)
    {
        HttpStatusCode status = response.StatusCode;
        string? requestId = RequestId.Read(response.Headers);
        string message = $"{Call} answered {(int)status}{(Enum.IsDefined(status) ? $" {status}" : "")}"
            + (errors is [{ } first, ..] ? $": {first}" : ".")
            + (requestId is null ? "" : $" (request {requestId})");
        string? mediaType = response.Content.Headers.ContentType?.MediaType;
        ApiErrorBody? typed = Array.Find(plan.Operation.Errors, error => error.Status.IsExact && error.Status.Matches((int)status) && Fits(error, mediaType))
            ?? Array.Find(plan.Operation.Errors, error => error.Status.IsClass && error.Status.Matches((int)status) && Fits(error, mediaType))
            ?? Array.Find(plan.Operation.Errors, error => error.Status.IsDefault && Fits(error, mediaType));
        if (typed is not null && !bytes.IsEmpty)
        {
            try
            {
                return typed.Read(new ResponsePayload(bytes, response.Content.Headers.ContentType, plan.Client.MaxJsonDepth), status, errors, message);
            }
            catch (PayloadException)
            {
                // The body is not what the document types, which happens whenever something before the server
                // answers; the status and the errors found are still worth telling.
                return Untyped(status, errors, message);
            }
        }

        return Untyped(status, errors, message);
    }

    private static bool Fits(ApiErrorBody error, string? mediaType)
        => error.ContentType is { } filter ? MediaType.Matches(mediaType, filter) : mediaType is null || MediaType.IsJson(mediaType);

    private static ApiStatusException Untyped(HttpStatusCode status, IReadOnlyList<ApiError> errors, string message) => (int)status switch
    {
        401 => new ApiAuthenticationException(errors, message),
        403 => new ApiPermissionException(errors, message),
        404 => new ApiNotFoundException(errors, message),
        409 => new ApiConflictException(errors, message),
        429 => new ApiRateLimitException(errors, message),
        >= 500 => new ApiServerException(status, errors, message),
        _ => new ApiStatusException(status, errors, message),
    };

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
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException or InvalidOperationException
            || (exception is OperationCanceledException && exchange.Deadline.HasPassed))
        {
            // The status is known and is the news; a body that cannot be read does not change it.
            return null;
        }
    }

    // The same exception object may be given to many calls that waited for one token; each gets its own.
    private ApiCredentialException Copy(ApiCredentialException exception)
        => new($"{Call} was not sent: {exception.Message}", exception.InnerException ?? exception) { OperationId = plan.Operation.OperationId };
}
