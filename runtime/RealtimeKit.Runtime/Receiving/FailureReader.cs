using System.Globalization;
using System.Security.Authentication;
using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Handlers;
using RealtimeKit.Runtime.Redaction;
using RealtimeKit.Runtime.Retries;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>Translates whatever made an attempt fail into the public exceptions, without secrets.</summary>
internal static class FailureReader
{
    /// <summary>The maximum number of bytes that are read from the body of an error, since only the error message is needed.</summary>
    private const long MaximumErrorBody = 1024 * 1024;

    /// <summary>Translates an exception, or returns null if it does not come from sending or receiving.</summary>
    public static AttemptFailure? FromException(Exception exception, Exchange exchange, CancellationToken caller)
    {
        if (IsTransport(exception))
        {
            ThrowIfEnded(exception, exchange.Plan, exchange.Secrets, caller);
        }

        if (exchange.Deadline.HasPassed && IsTransport(exception))
        {
            return Timeout(exchange, exception);
        }

        return exception switch
        {
            // An HttpClient of the caller has its own timeout, which appears as a cancellation that nobody requested.
            OperationCanceledException { InnerException: TimeoutException } => Timeout(exchange, exception),
            OperationCanceledException => Connection(exchange, exception, isTransient: false),
            RepeatedSendException => Connection(exchange, exception, isTransient: false),
            HttpRequestException { InnerException: RepeatedSendException } => Connection(exchange, exception, isTransient: false),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => Connection(exchange, exception, isTransient: false),
            HttpRequestException or IOException or AuthenticationException => Connection(exchange, exception, isTransient: OfBody(exception) is null),
            ApiCredentialException credential => new AttemptFailure(Copy(credential, exchange)) { MayHaveBeenProcessed = exchange.HasRedirected },
            _ => null,
        };
    }

    /// <summary>Throws an exception if the caller cancelled the call or disposed the client, so that it does not count as a failure.</summary>
    public static void ThrowIfEnded(Exception exception, CallPlan plan, IReadOnlyList<string> secrets, CancellationToken caller)
    {
        if (caller.IsCancellationRequested)
        {
            throw new OperationCanceledException("The call was cancelled.", Redactor.Inner(exception, secrets), caller);
        }

        if (plan.Closing.IsCancellationRequested)
        {
            throw new ObjectDisposedException(CallPlan.DisposedObject, $"{plan.Name} ended because the client was disposed.");
        }
    }

    /// <summary>Translates an error status. Reads as much of the body as can be read.</summary>
    public static async Task<AttemptFailure> FromStatusAsync(Exchange exchange)
    {
        HttpResponseMessage response = exchange.Response!;
        using ResponseBytes? body = await ReadBodyAsync(exchange, response).ConfigureAwait(false);
        ApiStatusException exception = ResponseFailures.Status(exchange, body?.Memory ?? default);
        TimeSpan? retryAfter = exception.RetryAfter;

        int status = (int)response.StatusCode;
        bool isOther = exchange.HasTurnedToGet && !exchange.Plan.IsIdempotent;
        bool isRefused = status is 429 or 503 && retryAfter is not null && !isOther;
        return new AttemptFailure(exception)
        {
            IsTransient = status is 408 or 425 or 429 || (status >= 500 && status is not (501 or 505)),
            MayHaveBeenProcessed = !isRefused,
            CanResend = exchange.CanSendAgain && !isOther,
            RetryAfter = retryAfter,
            ServerDecides = ServerDecides(response, exchange.Plan.Client.Retry),
            Refresh = status == 401 ? await exchange.RefreshCredentialsAsync().ConfigureAwait(false) : CredentialRefresh.None,
        };
    }

    /// <summary>Finds the failure of the caller's own stream among the inner exceptions. Sending again would fail in the same way.</summary>
    private static RequestBodyException? OfBody(Exception exception)
        => exception as RequestBodyException
            ?? exception.InnerException as RequestBodyException
            ?? exception.InnerException?.InnerException as RequestBodyException;

    private static bool IsTransport(Exception exception)
        => exception is OperationCanceledException or HttpRequestException or IOException or AuthenticationException or ObjectDisposedException
            or ApiCredentialException;

    private static AttemptFailure Timeout(Exchange exchange, Exception inner)
    {
        CallPlan plan = exchange.Plan;
        bool isOurs = exchange.Deadline.HasPassed;

        // The length of a timeout of the HttpClient or a handler is not known.
        TimeSpan timeout = !isOurs ? exchange.Deadline.Elapsed
            : exchange.Deadline.Kind == ApiTimeoutKind.Total ? plan.TotalTimeout
            : plan.AttemptTimeout;
        string limit = isOurs ? "" : ", when a timeout of the HttpClient or a handler passed";

        // A deadline does not show whether the request was sent before. Only a failure to connect does.
        bool mayHaveBeenSent = !exchange.HasSentNothing;
        var exception = new ApiTimeoutException(
            isOurs ? exchange.Deadline.Kind : ApiTimeoutKind.Attempt,
            timeout,
            mayHaveBeenSent || exchange.WasSentBefore,
            string.Create(CultureInfo.InvariantCulture, $"{plan.Name} received no complete response within {timeout.TotalSeconds:0.#######} s{limit}."),
            Redactor.Inner(inner, exchange.Secrets))
        {
            OperationId = plan.Operation.OperationId,
            Attempts = exchange.Attempt,
            RequestId = ResponseFailures.RequestIdOf(exchange),
        };
        return new AttemptFailure(exception) { IsTransient = true, MayHaveBeenProcessed = mayHaveBeenSent, CanResend = exchange.CanSendAgain };
    }

    private static AttemptFailure Connection(Exchange exchange, Exception inner, bool isTransient)
    {
        HttpRequestError error = inner is HttpRequestException http ? http.HttpRequestError : HttpRequestError.Unknown;
        bool mayHaveBeenSent = !exchange.ProvesUnsent(inner);
        var exception = new ApiConnectionException(
            $"{exchange.Plan.Name} failed: {OfBody(inner)?.Message ?? Describe(error, inner, exchange)}",
            mayHaveBeenSent || exchange.WasSentBefore,
            Redactor.Inner(inner, exchange.Secrets))
        {
            OperationId = exchange.Plan.Operation.OperationId,
            Attempts = exchange.Attempt,
            RequestId = ResponseFailures.RequestIdOf(exchange),
        };
        return new AttemptFailure(exception)
        {
            IsTransient = isTransient,
            MayHaveBeenProcessed = mayHaveBeenSent,
            CanResend = exchange.CanSendAgain,
        };
    }

    private static string Describe(HttpRequestError error, Exception inner, Exchange exchange) => error switch
    {
        HttpRequestError.NameResolutionError => "the name of the server could not be resolved.",
        HttpRequestError.ConnectionError => "the server could not be reached.",
        HttpRequestError.SecureConnectionError => "no secure connection could be established.",
        HttpRequestError.ProxyTunnelError => "the proxy could not connect to the server.",
        HttpRequestError.ResponseEnded => "the connection ended before the response was complete.",
        HttpRequestError.InvalidResponse => "no valid HTTP response was received.",

        // The message of .NET contains the limit and its value.
        HttpRequestError.ConfigurationLimitExceeded
            => $"the response exceeds a limit of the handler: {Redactor.Message(ExceptionText.MessageOf(inner), exchange.Secrets)}",
        _ when (inner as RepeatedSendException ?? inner.InnerException as RepeatedSendException) is { } repeated
            => "a handler of the HttpClient, or the login of a proxy or at the server, would have repeated a request that may be sent only once. "
                + Remedy(repeated, exchange.Plan.Body),
        _ when inner is HandlerException => "a handler of the HttpClient threw an exception before a response was received.",
        _ when inner is OperationCanceledException && exchange.Response is null
            => "neither the caller nor a deadline cancelled the request, but a handler, the HttpClient or the stream of an upload did.",
        _ when exchange.Response is null => "the connection broke before a response was received.",
        _ => "the connection broke before the response was complete.",
    };

    /// <summary>Returns what was not sent, and what lets a login pass or why nothing does.</summary>
    private static string Remedy(RepeatedSendException repeated, RequestBody? body)
        => repeated.First is not null ? "It was not sent again."
            : body is { IsRepeatable: false } ? "Its body was not sent again. Its stream is not seekable, so it cannot be sent again."
            : $"Its body was not sent again. With a {nameof(SingleSendHandler)} directly around the handler of .NET, its headers are not either, "
                + "and a login is possible.";

    private static bool? ServerDecides(HttpResponseMessage response, RetryOptions retry)
        => retry.OverrideHeader is { } name
            && response.Headers.NonValidated.TryGetValues(name, out var values)
            && bool.TryParse(values.ToString(), out bool decision)
                ? decision
                : null;

    private static async Task<ResponseBytes?> ReadBodyAsync(Exchange exchange, HttpResponseMessage response)
    {
        AttemptDeadline deadline = exchange.Deadline;
        Task<ResponseBytes> reading = ReadStartAsync(response, deadline.Token);
        try
        {
            if (await ForeignCode.HasEndedAsync(reading, isInner: true, deadline.Token).ConfigureAwait(false))
            {
                return await reading.ConfigureAwait(false);
            }

            exchange.FreeAfter(reading);
            ForeignCode.Discard(reading, static bytes => bytes.Dispose());
            throw new OperationCanceledException(deadline.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || deadline.HasPassed || !deadline.Token.IsCancellationRequested)
        {
            // The status decides. A body that cannot be read does not change it.
            return null;
        }
    }

    private static async Task<ResponseBytes> ReadStartAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            return await ResponseBytes.ReadStartAsync(stream, MaximumErrorBody, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Copies the exception for this call, since all calls that waited for one token are given the same object.</summary>
    private static ApiCredentialException Copy(ApiCredentialException exception, Exchange exchange)
    {
        string again = exchange.WasSentBefore || exchange.HasRedirected ? " again" : "";
        IReadOnlyList<string> secrets = exchange.Secrets;
        return new(
            $"{exchange.Plan.Name} was not sent{again}: {Redactor.Message(exception.Message, secrets)}",
            Redactor.Inner(exception.InnerException ?? exception, secrets))
        {
            OperationId = exchange.Plan.Operation.OperationId,
        };
    }
}
