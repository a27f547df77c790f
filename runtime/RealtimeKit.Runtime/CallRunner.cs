using System.Net;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Observability;
using RealtimeKit.Runtime.Receiving;
using RealtimeKit.Runtime.Retries;
using RealtimeKit.Runtime.Sending;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime;

/// <summary>Runs one call: makes attempts, with delays between them, until one succeeds, no retry is allowed, or the time is over.</summary>
/// <typeparam name="T">The type of the operation's result.</typeparam>
/// <typeparam name="TValue">The type of the value that is read from a success: the result, or a stream of results.</typeparam>
internal sealed class CallRunner<T, TValue>(
    ApiOperation<T> operation,
    CallPlan plan,
    AttemptSender sender,
    RetryBudget budget,
    Func<ApiOperation<T>, ApiResult<T>, Exchange, ValueTask<TValue>> readSuccess)
{
    private readonly TimeProvider _time = plan.Client.TimeProvider;
    private readonly long _started = plan.Client.TimeProvider.GetTimestamp();
    private IReadOnlyList<string> _secrets = [];
    private bool _isHandedOver;
    private bool _wasSent;

    private TimeSpan Left => plan.TotalTimeout - _time.GetElapsedTime(_started);

    public async ValueTask<CallResult<TValue>> RunAsync(CancellationToken caller)
    {
        using CallTelemetry? telemetry = CallTelemetry.Start(plan);
        try
        {
            caller.ThrowIfCancellationRequested();
            budget.Deposit();
            for (int attempt = 1; ; attempt++)
            {
                (CallResult<TValue> result, AttemptFailure? failure) = await AttemptAsync(attempt, caller).ConfigureAwait(false);
                telemetry?.Attempted(attempt, result.Response?.StatusCode ?? (failure?.Exception as ApiStatusException)?.StatusCode);
                if (failure is null)
                {
                    return result;
                }

                _wasSent |= failure.WasSent;
                var retries = new RetryRule(plan.Client.Retry, budget, plan.MaxRetries, plan.IsIdempotent);
                if (retries.Next(failure, attempt, Left) is not { } delay)
                {
                    return End(failure, retries.MayRepeat(failure), attempt, telemetry);
                }

                await WaitAsync(delay, caller).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            telemetry?.Failed(exception);
            throw;
        }
        finally
        {
            plan.Flow?.Leave();
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
            FailureReader.ThrowIfEnded(exception, plan, _secrets, caller);
            throw;
        }
    }

    private static CallResult<TValue> End(AttemptFailure failure, bool isRetryable, int attempts, CallTelemetry? telemetry)
    {
        failure.Exception.Attempts = failure is { Exception: ApiCredentialException, WasSent: false } ? attempts - 1 : attempts;
        failure.Exception.IsRetryable = isRetryable;
        if (failure.Exception is ApiStatusException status)
        {
            telemetry?.Failed(status);
            return new CallResult<TValue>(default!, status, null, attempts);
        }

        throw failure.Exception;
    }

    /// <summary>Runs an attempt. Ends at its deadline even if a handler or a stream ignores its cancellation.</summary>
    private async ValueTask<(CallResult<TValue> Result, AttemptFailure? Failure)> AttemptAsync(int attempt, CancellationToken caller)
    {
        var exchange = new Exchange(plan, new AttemptDeadline(_time, plan.AttemptTimeout, Left, caller, plan.Closing), _secrets, _wasSent, attempt);
        CancellationToken deadline = exchange.Deadline.Token;
        ValueTask<(CallResult<TValue> Result, AttemptFailure? Failure)> running = AttemptAsync(exchange, caller);
        if (!running.IsCompleted)
        {
            // Most attempts end during this wait, without another asynchronous method.
            Task<(CallResult<TValue> Result, AttemptFailure? Failure)> task = running.AsTask();
            await ((Task)task).WaitAsync(deadline).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!task.IsCompleted && !await ForeignCode.HasEndedAsync(task, isInner: false, deadline).ConfigureAwait(false))
            {
                Abandon(task, exchange);
                AttemptFailure? late = FailureReader.FromException(new OperationCanceledException(deadline), exchange, caller);
                _secrets = exchange.Secrets;
                return (default, late);
            }

            running = new(task);
        }

        (CallResult<TValue> result, AttemptFailure? failure) = await running.ConfigureAwait(false);
        _isHandedOver = exchange.IsHandedOver;
        if (failure is not null)
        {
            // A later response may repeat a token that the server rejected in an earlier attempt.
            _secrets = exchange.Secrets;
        }

        return (result, failure);
    }

    private static void Abandon<TResult>(Task<TResult> running, Exchange exchange) => ForeignCode.Discard(running, _ => exchange.End());

    private async ValueTask<(CallResult<TValue> Result, AttemptFailure? Failure)> AttemptAsync(Exchange exchange, CancellationToken caller)
    {
        // Disposes the exchange, unless its response was passed to the caller.
        using Exchange ended = exchange;
        try
        {
            HttpResponseMessage response = await sender.SendAsync(exchange).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
            {
                exchange.AcceptCredentials();
            }

            if (operation.ResultFor(response) is not { } success)
            {
                return (default, await FailureReader.FromStatusAsync(exchange).ConfigureAwait(false));
            }

            TValue value = await readSuccess(operation, success, exchange).ConfigureAwait(false);
            return (new CallResult<TValue>(value, null, response, exchange.Attempt), null);
        }
        catch (ApiStatusException exception)
        {
            // A success status whose body is the error of the default response. It is final, since the server has processed the request.
            return (default, new AttemptFailure(exception));
        }
        catch (Exception exception) when (exception is not ApiException or ApiCredentialException)
        {
            if (FailureReader.FromException(exception, exchange, caller) is { } failure)
            {
                return (default, failure);
            }

            throw;
        }
    }
}
