using RealtimeKit.Runtime.Credentials;

namespace RealtimeKit.Runtime.Retries;

/// <summary>Decides whether and when an attempt that failed is retried.</summary>
internal sealed class RetryRule(RetryOptions options, RetryBudget budget, int maxRetries, bool isIdempotent)
{
    /// <summary>Returns the delay before the next attempt, or null if there is none.</summary>
    /// <param name="failure">The failure of the last attempt.</param>
    /// <param name="attempt">The number of attempts so far, at least 1.</param>
    /// <param name="leftOfCall">The time left for the call. There is no retry if the delay would be longer.</param>
    public TimeSpan? Next(AttemptFailure failure, int attempt, TimeSpan leftOfCall)
    {
        if (attempt > maxRetries || !MayRepeat(failure) || AsksForTooMuch(failure))
        {
            return null;
        }

        // Replacing an expired secret does not use the budget: the server works, and rejected the request before processing it.
        // A secret that was never accepted uses it, so that a wrong configuration does not double every call.
        TimeSpan delay = Delay(failure, attempt);
        return delay < leftOfCall && (failure.Refresh == CredentialRefresh.Renewed || budget.TryWithdraw()) ? delay : null;
    }

    /// <summary>Returns whether a retry is safe and may succeed, regardless of the number of retries, the time and the budget.</summary>
    public bool MayRepeat(AttemptFailure failure)
    {
        if (!failure.CanResend)
        {
            return false;
        }

        if (failure.ServerDecides is { } decision)
        {
            return decision;
        }

        return failure.Refresh != CredentialRefresh.None
            || (failure.IsTransient && (isIdempotent || !failure.MayHaveBeenProcessed));
    }

    /// <summary>
    /// Returns whether the server asks for a longer wait than allowed. After a shorter one, it would only reject the request again.
    /// </summary>
    private bool AsksForTooMuch(AttemptFailure failure) => failure.Refresh == CredentialRefresh.None && failure.RetryAfter > options.MaxRetryAfter;

    private TimeSpan Delay(AttemptFailure failure, int attempt)
    {
        if (failure.Refresh != CredentialRefresh.None)
        {
            return TimeSpan.Zero;
        }

        if (failure.RetryAfter is { } asked)
        {
            return asked;
        }

        // Full jitter: calls that failed at the same time are not retried at the same time.
        double bound = Math.Min(options.MaxDelay.TotalMilliseconds, options.BaseDelay.TotalMilliseconds * Math.Pow(2, attempt - 1));
        return TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * bound);
    }
}
