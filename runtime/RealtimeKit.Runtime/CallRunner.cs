using System.Net;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Observability;
using RealtimeKit.Runtime.Receiving;
using RealtimeKit.Runtime.Retries;
using RealtimeKit.Runtime.Sending;

namespace RealtimeKit.Runtime;

/// <summary>Runs one call: makes attempts, with delays between them, until one succeeds, no retry is allowed, or the time is over.</summary>
internal sealed class CallRunner<T>(
    HttpClient client,
    CallPlan plan,
    CredentialRule credentials,
    RetryBudget budget,
    Func<HttpResponseMessage, bool> isSuccess,
    Func<Exchange, FailureReader, Task<T>> readSuccess)
{
    private readonly AttemptSender _sender = new(client, plan, credentials);
    private readonly FailureReader _failures = new(plan, plan.Client.Retry);
    private readonly RetryRule _retries = new(plan.Client.Retry, budget, plan.MaxRetries, plan.IsIdempotent);
    private readonly TimeProvider _time = plan.Client.TimeProvider;
    private readonly long _started = plan.Client.TimeProvider.GetTimestamp();
    private readonly HashSet<string> _secrets = new(plan.Request.Secrets, StringComparer.Ordinal);
    private bool _isHandedOver;

    private TimeSpan Left => plan.TotalTimeout - _time.GetElapsedTime(_started);

    public async Task<ApiResponse<T>> RunAsync(CancellationToken caller)
    {
        using var telemetry = CallTelemetry.Start(plan);
        try
        {
            caller.ThrowIfCancellationRequested();
            budget.Deposit();
            for (int attempt = 1; ; attempt++)
            {
                (ApiResponse<T>? response, AttemptFailure? failure) = await AttemptAsync(attempt, caller).ConfigureAwait(false);
                telemetry.Attempted(attempt, response?.StatusCode ?? (failure?.Exception as ApiStatusException)?.StatusCode);
                if (response is not null)
                {
                    return response;
                }

                if (_retries.Next(failure!, attempt, Left) is not { } delay)
                {
                    return End(failure!, attempt, telemetry);
                }

                await WaitAsync(delay, caller).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            telemetry.Failed(exception);
            throw;
        }
        finally
        {
            if (plan.Body is { } body && !_isHandedOver)
            {
                await body.EndAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task WaitAsync(TimeSpan delay, CancellationToken caller)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(caller, plan.Closing);
        try
        {
            await Task.Delay(delay, _time, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            _failures.ThrowIfEnded(exception, caller);
            throw;
        }
    }

    private ApiResponse<T> End(AttemptFailure failure, int attempts, CallTelemetry telemetry)
    {
        failure.Exception.Attempts = failure.Exception is ApiCredentialException ? attempts - 1 : attempts;
        failure.Exception.IsRetryable = _retries.MayRepeat(failure);
        if (failure.Exception is ApiStatusException status)
        {
            telemetry.Failed(status);
            return new ApiResponse<T>(status);
        }

        throw failure.Exception;
    }

    /// <summary>Runs an attempt. Ends at its deadline even if a handler or a stream ignores its cancellation.</summary>
    private async Task<(ApiResponse<T>? Response, AttemptFailure? Failure)> AttemptAsync(int attempt, CancellationToken caller)
    {
        var exchange = new Exchange(new AttemptDeadline(_time, plan.AttemptTimeout, Left, caller, plan.Closing), _secrets);
        CancellationToken deadline = exchange.Deadline.Token;
        Task<(ApiResponse<T>?, AttemptFailure?)> running = AttemptAsync(exchange, attempt, caller);
        try
        {
            if (await ForeignCode.HasEndedAsync(running, isInner: false, deadline).ConfigureAwait(false))
            {
                (ApiResponse<T>?, AttemptFailure?) result = await running.ConfigureAwait(false);
                _isHandedOver = exchange.IsHandedOver;
                return result;
            }

            ForeignCode.Discard(running, _ => exchange.End());
            return (null, _failures.FromException(new OperationCanceledException(deadline), exchange, caller));
        }
        finally
        {
            // A later response may repeat a token that the server rejected in an earlier attempt.
            _secrets.UnionWith(exchange.Secrets);
        }
    }

    private async Task<(ApiResponse<T>? Response, AttemptFailure? Failure)> AttemptAsync(Exchange exchange, int attempt, CancellationToken caller)
    {
        // Disposes the exchange, unless its response was passed to the caller.
        using Exchange ended = exchange;
        try
        {
            HttpResponseMessage response = await _sender.SendAsync(exchange).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
            {
                exchange.AcceptCredentials();
            }

            if (!isSuccess(response))
            {
                return (null, await _failures.FromStatusAsync(exchange).ConfigureAwait(false));
            }

            T value = await readSuccess(exchange, _failures).ConfigureAwait(false);
            string? requestId = RequestId.Read(response.Headers);
            return (new ApiResponse<T>(value, response.StatusCode, response.Headers, requestId, attempt, response.Content.Headers), null);
        }
        catch (ApiException exception) when (exception is ApiContentException or ApiResponseTooLargeException)
        {
            exception.Attempts = attempt;
            throw;
        }
        catch (ApiStatusException exception)
        {
            // A success status whose body is the error of the default response. It is final, since the server has processed the request.
            return (null, new AttemptFailure(exception));
        }
        catch (Exception exception) when (exception is not ApiException or ApiCredentialException)
        {
            if (_failures.FromException(exception, exchange, caller) is { } failure)
            {
                return (null, failure);
            }

            throw;
        }
    }
}
